"""The names that the libraries have, and what their functions take: recorded, for pages are built without torch.

A kind of one thing, `names`, whose record is a file: a line for each module and class of names.toml, and for each
function of theirs, by its last name.
"""

import tomllib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from pathlib import Path

from snippets.problem import Problem
from snippets.store.files import RECORDED, read_sealed, write_json

NAME = "names"
FILE = f"{RECORDED}/names.json"
SOURCE = "snippets/store/names.toml"
UPDATE = f"python -m snippets update {NAME}"


@dataclass(frozen=True)
class Names:
    """What is in each module and class, and the arguments of functions by their last names, with blanks between.

    `signatures` are the calls whose arguments a page shows, as the library says them.
    """

    members: Mapping[str, str] = field(default_factory=dict)
    arguments: Mapping[str, str] = field(default_factory=dict)
    signatures: Mapping[str, str] = field(default_factory=dict)


def owners(root: Path, table: str = "owners") -> dict[str, str]:
    """What pages call modules and classes, and where each is imported from; {} where a repository has none."""
    source = root / SOURCE
    return tomllib.loads(source.read_text(encoding="utf-8")).get(table, {}) if source.exists() else {}


def calls(root: Path) -> list[str]:
    """The calls of names.toml whose arguments a page shows."""
    return " ".join(owners(root, "signatures").values()).split()


def names(root: Path) -> list[str]:
    """The one name of this kind, if the repository asks for it."""
    return [NAME] if owners(root) else []


def orphans(root: Path) -> list[str]:
    """The same, where it is recorded and nobody asks for it."""
    return [NAME] if (root / FILE).exists() and not owners(root) else []


def shown(root: Path) -> dict[str, str]:
    """The names and the arguments, a line for each module, class and function."""
    recorded = read(root)
    held = {f"{NAME} {what}": words for what, words in vars(recorded).items() if words}
    return {what: "\n".join(f"{owner}: {words[owner]}" for owner in words) for what, words in held.items()}


def stale(root: Path, names: Iterable[str]) -> dict[str, Problem]:
    """A module, a class or a call of names.toml that is not recorded, or the other way round."""
    found = read(root)
    differ = (found.members.keys() ^ owners(root).keys()) or (found.signatures.keys() ^ {*calls(root)})
    if not [*names] or not differ:
        return {}
    return {NAME: Problem.of(SOURCE, 1, "other_names", name=min(differ), update=UPDATE)}


def read(root: Path) -> Names:
    """The record; empty where there is none. Raises Problem where it is broken."""
    if not (root / FILE).exists():
        return Names()
    return read_sealed(root, FILE, Names, UPDATE)


def write(root: Path, found: Names) -> bool:
    """Records the names; False where they were that already."""
    return write_json(root / FILE, vars(found), sealed=True)
