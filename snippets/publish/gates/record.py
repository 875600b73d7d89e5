"""What is out of step with the record: a script or a proof that was edited since, an output that was edited by hand."""

from collections.abc import Iterator, Mapping
from pathlib import Path

from snippets.kinds import KINDS
from snippets.problem import Problem
from snippets.publish.page import Page
from snippets.store.record import Record


def problems(pages: Mapping[str, Page], records: Record, root: Path) -> Iterator[Problem]:
    """A Problem for each of what is recorded, of every kind."""
    for kind in KINDS.values():
        yield from kind.stale(root).values()
