"""What is installed here, and the Python that is here, beside what the pages were recorded with.

Imports neither torch nor NumPy.
"""

import platform
import sys
import tomllib
from collections.abc import Collection, Mapping
from datetime import UTC, datetime
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path

from snippets.problem import Problem
from snippets.store.libraries import LIBRARIES
from snippets.store.releases import file_of, is_pinned, pinned_file, read_pinned
from snippets.store.types import Environment

# What another Python than the record's gives otherwise, each with the reason.
PYTHONS = "snippets/recorded/pythons.toml"


def installed() -> Environment:
    """The release installed here, the Python and this platform, as the record words them."""

    python = f"{sys.version_info.major}.{sys.version_info.minor}"
    return Environment(_version("torch"), _version("numpy"), python, f"{platform.system()} {platform.machine()}")


def installed_libraries() -> dict[str, str]:
    """The releases installed here of the other libraries that examples import, by the names that packages have."""
    return {name: found for name in LIBRARIES.values() if (found := _version(name)) != "none"}


def _version(package: str) -> str:
    try:
        return version(package).partition("+")[0]
    except PackageNotFoundError:
        return "none"


def today() -> str:
    """The day, as it is recorded."""
    return datetime.now(UTC).date().isoformat()


def environment_problems(root: Path) -> list[Problem]:
    """Where torch or NumPy is not what the outputs were recorded with; each Python shows the same of the same two."""
    return _other(root, "run: pip install {0}=={1}", "torch", "numpy")


def python_problems(root: Path) -> list[Problem]:
    """What forbids recording here what names its Python: the same release under another Python than the record's."""
    fix = "use Python {1} (make clean venv PYTHON=python{1}), or name what to record: a few examples, facts, tutorials"
    return [] if environment_problems(root) else _other(root, fix, "python")


def recording_problems(root: Path, everything: bool) -> list[Problem]:
    """What forbids recording here: another release, or of `everything` another Python.

    Everything may be recorded with the release that is pinned now; where that is another one, so may its Python be.
    """
    if others := environment_problems(root):
        return [] if everything and pins_are_installed(root) else others
    return python_problems(root) if everything else []


def other_python(root: Path) -> str:
    """Words for an end of a sentence on a run, where it is not under the Python of the record; otherwise ""."""
    others = _other(root, "", "python")
    return "".join(f" under {other.found} (the record's is {other.expected})" for other in others)


def _other(root: Path, fix: str, *names: str) -> list[Problem]:
    """Where what has one of `names` (a library, Python) is installed here as another one than the record's."""
    if not is_pinned(root):
        return []
    file, here = pinned_file(root), vars(installed())
    recorded = vars(read_pinned(root).environment)
    return [
        Problem(file, 1, f"{name} {recorded[name]}", f"{name} {here[name]}", fix.format(name, recorded[name]))
        for name in names
        if recorded[name] != here[name]
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


def otherwise(root: Path, here: tuple[int, ...] = sys.version_info[:2]) -> dict[str, str]:
    """The examples and facts that Python `here` gives otherwise than the Python of the record: {name: why}."""
    if not (root / PYTHONS).exists() or not is_pinned(root):
        return {}
    recorded, reasons = _numbers(read_pinned(root).environment.python), dict[str, str]()
    for entry in tomllib.loads((root / PYTHONS).read_text(encoding="utf-8"))["otherwise"]:
        since = _numbers(entry["since"])
        if (recorded < since) != (here < since):
            reasons |= dict.fromkeys(entry["names"], f"since Python {entry['since']}: {entry['reason']}")
    return reasons


def _numbers(release: str) -> tuple[int, ...]:
    return tuple(map(int, release.split(".")))


def excused(name: str, file: str, problems: list[Problem], reasons: Mapping[str, str]) -> list[Problem]:
    """What is left of the `problems` of one run: none where `reasons` names it, and one where it then has none."""
    if name not in reasons:
        return problems
    words = {"reason": reasons[name], "name": name, "python": installed().python, "list": PYTHONS}
    return [] if problems else [Problem.of(file, 1, "not_otherwise", **words)]


def not_here(root: Path, names: Collection[str]) -> list[Problem]:
    """What forbids recording `names` here: this Python gives some of them otherwise than the Python of the record."""
    python, others = read_pinned(root).environment.python, otherwise(root)
    return [
        Problem.of(PYTHONS, 1, "python_dependent", why=others[name], name=name, python=python)
        for name in others
        if name in names
    ]
