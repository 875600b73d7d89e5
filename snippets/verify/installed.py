"""What is installed here, beside the release that the pages show. Imports neither torch nor NumPy."""

import platform
import sys
from collections.abc import Mapping
from dataclasses import asdict
from datetime import UTC, datetime
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path

from snippets.problem import Problem
from snippets.store.releases import file_of, is_pinned, pinned_file, read_pinned
from snippets.store.types import Environment


def installed() -> Environment:
    """The release installed here, the Python and this platform, as the record words them."""

    def public(package: str) -> str:
        try:
            return version(package).partition("+")[0]
        except PackageNotFoundError:
            return "none"

    python = f"{sys.version_info.major}.{sys.version_info.minor}"
    return Environment(public("torch"), public("numpy"), python, f"{platform.system()} {platform.machine()}")


def today() -> str:
    """The day, as it is recorded."""
    return datetime.now(UTC).date().isoformat()


def environment_problems(root: Path) -> list[Problem]:
    """Where torch or NumPy is not what the outputs were recorded with; each Python shows the same of the same two."""
    return _other(root, {"torch": "run: pip install torch=={}", "numpy": "run: pip install numpy=={}"})


def python_problems(root: Path) -> list[Problem]:
    """What forbids recording here what names its Python: the same release under another Python than the record's."""
    fix = "use Python {} (make clean venv PYTHON=python{}), or name what to record: a few examples, facts, tutorials"
    return [] if environment_problems(root) else _other(root, {"python": fix})


def recording_problems(root: Path, everything: bool) -> list[Problem]:
    """What forbids recording here: another release, or of `everything` another Python.

    Everything may be recorded with the release that is pinned now; where that is another one, so may its Python be.
    """
    if others := environment_problems(root):
        return [] if everything and pins_are_installed(root) else others
    return python_problems(root) if everything else []


def other_python(root: Path) -> str:
    """Words for an end of a sentence on a run, where it is not under the Python of the record; otherwise ""."""
    others = _other(root, {"python": ""})
    return "".join(f" under {other.found} (the record's is {other.expected})" for other in others)


def _other(root: Path, fixes: Mapping[str, str]) -> list[Problem]:
    """Where what `fixes` names is installed here as another one than the record's."""
    if not is_pinned(root):
        return []
    recorded, here, file = asdict(read_pinned(root).environment), asdict(installed()), pinned_file(root)
    return [
        Problem(file, 1, f"{what} {recorded[what]}", f"{what} {here[what]}", fix.replace("{}", recorded[what]))
        for what, fix in fixes.items()
        if recorded[what] != here[what]
    ]


def has_own_record(root: Path) -> bool:
    """Whether another release is installed than the pages show, or this platform has a record of its own."""
    if not is_pinned(root):
        return False
    recorded, here = read_pinned(root).environment, installed()
    both = (here.torch, here.numpy)
    other = "none" not in both and both != (recorded.torch, recorded.numpy)
    return other or (root / file_of(here, here)).exists()


def pins_are_installed(root: Path) -> bool:
    """Whether torch and NumPy are what requirements.txt pins: then everything may be recorded anew."""
    lines = (root / "requirements.txt").read_text(encoding="utf-8").splitlines()
    here = installed()
    return f"torch=={here.torch}" in lines and f"numpy=={here.numpy}" in lines
