"""Releases (of torch and of NumPy), each measured whole, in one form: snippets/recorded/releases/NAME.json.

pinned.json names the one that the pages show. Its examples and proofs are recorded beside the scripts, where a review
sees them; its file holds the rest. The pinned release on another platform is in snippets/recorded/platforms/, and
beside another release of pandas or the like, for what imports that, in snippets/recorded/libraries/.
"""

import ast
import base64
import hashlib
from dataclasses import asdict, dataclass
from functools import cache, lru_cache
from pathlib import Path
from typing import Any

from packaging.version import Version

from snippets.problem import Problem
from snippets.store.files import RECORDED, broken, names_under, read_json, unsealed, write_json
from snippets.store.matrix import File, edited, packed, unpacked
from snippets.store.types import Environment, Release

RELEASES = f"{RECORDED}/releases"
PLATFORMS = f"{RECORDED}/platforms"
BESIDE = f"{RECORDED}/libraries"
PINNED = f"{RECORDED}/pinned.json"
UPDATE = "python -m snippets versions"


@dataclass(frozen=True)
class Pinned:
    """The name of the release that the pages show."""

    release: str


@cache
def mark(script: str) -> str:
    """Six letters that stand for what a script does: its syntax tree, without comments and formatting.

    What was measured of a script is known by it. Made of what all releases of Python agree on.
    """
    try:
        essence = repr(_essence(ast.parse(script)))
    except SyntaxError:
        essence = script
    hashed = hashlib.sha256(essence.encode()).digest()
    return base64.urlsafe_b64encode(hashed[:5]).decode()[:6]


def _essence(node: Any) -> Any:
    if isinstance(node, ast.JoinedStr):  # Python 3.12 adds empty texts to one
        node.values = [part for part in node.values if not (isinstance(part, ast.Constant) and part.value == "")]
    if isinstance(node, ast.AST):
        parts = ((name, value) for name, value in ast.iter_fields(node) if name not in ("ctx", "kind"))
        return (type(node).__name__, *((name, _essence(value)) for name, value in parts if value not in (None, [])))
    return [_essence(part) for part in node] if isinstance(node, list) else repr(node)


def file_of(environment: Environment, pinned: Environment | None = None) -> str:
    """Path of the record of a release, relative to the repository; of a platform, if it is the `pinned` one."""
    if pinned and (environment.torch, environment.numpy) == (pinned.torch, pinned.numpy):
        return f"{PLATFORMS}/{environment.platform.lower().replace(' ', '-')}.json"
    return f"{RELEASES}/{Release(environment, '').leaf}.json"


def read_release(root: Path, file: str) -> Release:
    """The release whose record is `file`; raises Problem where it was edited by hand or is half merged."""
    release = read_file(root, file)
    expected = file_of(release.environment, release.environment if file.startswith(PLATFORMS) else None)
    if file != expected:
        raise Problem.of(file, 1, "other_release", expected=expected, release=release)
    return release


def read_file(root: Path, file: str) -> Release:
    """The release that `file` holds, whatever its name."""
    return _read(root, file, (root / file).stat().st_mtime_ns if (root / file).exists() else 0)


@lru_cache(maxsize=64)  # `make serve` reads them at each change of a page
def _read(root: Path, file: str, _modified: int) -> Release:
    held = read_json(root, file, File, UPDATE)
    if problem := unsealed(root, file, UPDATE):
        for place, what in edited(held):  # of cells it is told where
            data = (root / file).read_bytes()
            at = data.find(f'"{place}": '.encode())
            raise broken(file, data, at, "a record as measured", f"{what}, edited by hand", UPDATE)
        raise problem
    return Release(held.environment, held.measured, held.runs, unpacked(held), held.broken, held.libraries)


def write_release(root: Path, file: str, release: Release) -> bool:
    """Writes the whole record of a release; False where it was that already."""
    libraries, runs = dict(release.libraries), dict(sorted(release.runs.items()))
    held = File(release.environment, release.measured, release.broken, libraries, runs, **packed(release.matrix))
    return write_json(root / file, {name: value for name, value in asdict(held).items() if value}, sealed=True)


def pinned_file(root: Path) -> str:
    """Path of the record of the pinned release; raises Problem where none is named."""
    return f"{RELEASES}/{read_json(root, PINNED, Pinned, 'python -m snippets update').release}.json"


def read_pinned(root: Path) -> Release:
    """The pinned release; raises Problem where its record is missing or broken."""
    return read_release(root, pinned_file(root))


def is_pinned(root: Path) -> bool:
    """Whether anything was recorded: a new repository has no pinned release."""
    return (root / PINNED).exists()


def write_pinned(root: Path, release: Release) -> bool:
    """Records `release` as the pinned one; False where nothing changed."""
    changed = write_release(root, file_of(release.environment), release)
    return write_json(root / PINNED, {"release": release.leaf}) or changed


def read_releases(root: Path) -> list[Release]:
    """All recorded releases but the pinned one, the newest first; raises Problem where a file is broken."""
    files = (f"{RELEASES}/{name}.json" for name in names_under(root / RELEASES, ".json"))
    others = (read_release(root, file) for file in files if file != pinned_file(root))
    return sorted(others, key=lambda release: age(release.environment), reverse=True)


def read_platforms(root: Path) -> list[Release]:
    """The pinned release as it was measured on other platforms."""
    return [read_release(root, f"{PLATFORMS}/{name}.json") for name in names_under(root / PLATFORMS, ".json")]


def read_libraries(root: Path) -> dict[str, Release]:
    """The pinned release beside other releases of what examples import, by the name of that: "pandas 2.3.3"."""
    files = names_under(root / BESIDE, ".json")
    return {name.replace("-", " "): read_file(root, f"{BESIDE}/{name}.json") for name in files}


@cache
def age(environment: Environment) -> tuple[Version, Version]:
    """What sorts releases by age: torch's, then NumPy's."""
    return Version(environment.torch), Version(environment.numpy)


def step(newer: Environment, older: Environment) -> str:
    """What `newer` has that `older` has not, in words: "torch 2.14.1", "NumPy 2.5.5", or both."""
    torch = [f"torch {newer.torch}"] if newer.torch != older.torch else []
    numpy = [f"NumPy {newer.numpy}"] if newer.numpy != older.numpy else []
    return " with ".join(torch + numpy) or f"Python {newer.python}"
