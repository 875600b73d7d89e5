"""Pages with a character that nobody sees, or that turns what stands around it: what is reviewed is what is read."""

from collections.abc import Iterator

from snippets.problem import Problem
from snippets.publish.sources import Sources
from snippets.store.unseen import unseen_problems


def problems(sources: Sources) -> Iterator[Problem]:
    """A Problem for each such page."""
    for page in sources.pages.values():
        yield from unseen_problems(page.file, page.source)
