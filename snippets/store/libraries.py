"""The other libraries that examples and proofs import, beside torch and NumPy."""

import re
from collections.abc import Iterable

# {the module that a script imports: what the library is called, in sentences and by pip}
LIBRARIES = {
    "matplotlib": "matplotlib",
    "pandas": "pandas",
    "PIL": "Pillow",
    "scipy": "SciPy",
    "sklearn": "scikit-learn",
}
IMPORT = re.compile(rf"^\s*(?:import|from) ({'|'.join(LIBRARIES)})\b", re.MULTILINE)


def used_by(scripts: Iterable[str]) -> list[str]:
    """The libraries that `scripts` import, in order."""
    return sorted({LIBRARIES[name] for script in scripts for name in IMPORT.findall(script)}, key=str.lower)
