"""The kinds of things that are recorded: nothing else knows which there are.

A kind is a module of snippets.store, which says what there is and whether it is as recorded, and one of
snippets.verify of the same signature for each, which runs it. verify is imported where something is run: building the
site needs none of what it does.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from importlib import import_module
from pathlib import Path
from typing import Protocol

import click

from snippets.problem import Problem, nearest
from snippets.store import cells, elsewhere, examples, facts, names, tutorials


class Stored(Protocol):
    """What a module of store says of a kind."""

    def names(self, root: Path) -> list[str]:
        """The names of all that there are, in order."""

    def orphans(self, root: Path) -> list[str]:
        """The names of what is recorded, and is not there."""

    def stale(self, root: Path, names: Iterable[str]) -> dict[str, Problem]:
        """What is wrong with those of `names` that are not as recorded. Runs nothing."""

    def shown(self, root: Path) -> dict[str, str]:
        """What readers see of each, as text."""


class Verified(Protocol):
    """What a module of verify does with a kind."""

    def check(self, root: Path, names: Iterable[str]) -> list[Problem]:
        """Where fresh runs of `names` are not as recorded."""

    def update(self, root: Path, names: Iterable[str]) -> tuple[list[Problem], list[str]]:
        """Records `names`: (what was refused, what changed)."""


@dataclass(frozen=True)
class Kind:
    """One kind: `what` it is called in a count, where it is stored, and the module that verifies it.

    `confirmed`: a run on any machine shows whether the record is right.
    """

    what: str
    stored: Stored
    module: str
    confirmed: bool = True

    @property
    def verified(self) -> Verified:
        """The module that runs it."""
        return import_module(f"snippets.verify.{self.module}")

    def stale(self, root: Path) -> dict[str, Problem]:
        """What is wrong with all of them as against the record, with what is recorded and is not there."""
        return self.stored.stale(root, [*self.stored.names(root), *self.stored.orphans(root)])


KINDS = {
    "examples": Kind("examples", examples, "examples"),
    "elsewhere": Kind("scripts for other machines", elsewhere, "elsewhere", confirmed=False),
    "facts": Kind("facts", facts, "facts"),
    "tutorials": Kind("notebooks", tutorials, "tutorials"),
    "matrix": Kind("methods of the matrix", cells, "matrix"),
    "names": Kind("list of the libraries' names", names, "names"),
}


def select(root: Path, wanted: Sequence[str]) -> dict[str, list[str]]:
    """{kind: names} of all that `wanted` names, by name, page, kind or path; everything if it is empty.

    All facts of a page are `facts/PAGE`. Raises click.UsageError for what nothing is called.
    """
    known = [(kind, name) for kind in KINDS for name in KINDS[kind].stored.names(root)]
    chosen = dict.fromkeys([] if wanted else known)
    for text in wanted:
        path = text.removeprefix("./").removeprefix("snippets/").rstrip("/").removesuffix(".py").removesuffix(".out")
        meant = [(kind, name) for kind, name in known if _is_named(name, kind, path)]
        if not meant:
            names = [*(name for _, name in known), *KINDS]
            raise click.UsageError(f"{text}: nothing has that name; {nearest(path, names)}")
        chosen |= dict.fromkeys(meant)
    return {kind: [name for its_kind, name in chosen if its_kind == kind] for kind in KINDS}


def _is_named(name: str, kind: str, wanted: str) -> bool:
    """Whether `wanted` is the name, a page or a folder above it, or the kind, alone or before one of these."""
    return any(text == wanted or text.startswith((f"{wanted}/", f"{wanted}#")) for text in (name, f"{kind}/{name}"))
