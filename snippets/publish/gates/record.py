"""What is out of step with the record: a script or a proof that was edited since, an output that was edited by hand."""

from collections.abc import Iterator

from snippets.kinds import KINDS
from snippets.problem import Problem
from snippets.publish.sources import Sources


def problems(sources: Sources) -> Iterator[Problem]:
    """A Problem for each of what is recorded, of every kind."""
    for kind in KINDS.values():
        yield from kind.stale(sources.root).values()
