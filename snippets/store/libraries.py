"""The other libraries that examples and proofs import, beside torch and NumPy."""

import re
from collections.abc import Iterable

from snippets.store.files import toml_beside

LIBRARIES: dict[str, str] = toml_beside(__file__)  # {the module: what the library is called}
IMPORT = re.compile(rf"^\s*(?:import|from) ({'|'.join(LIBRARIES)})\b", re.MULTILINE)


def used_by(scripts: Iterable[str]) -> list[str]:
    """The libraries that `scripts` import, in order."""
    return sorted({LIBRARIES[name] for script in scripts for name in IMPORT.findall(script)}, key=str.lower)


def installs(script: str) -> str:
    """The command that installs what `script` imports beside torch and NumPy, "" where that is nothing."""
    return " ".join(["pip install", *map(str.lower, needed)]) if (needed := used_by([script])) else ""
