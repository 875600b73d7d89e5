"""Facts that only other pages show: a page of a release leads to a fact on the page of its module."""

from collections.abc import Iterator

from snippets.problem import Problem
from snippets.publish.directives import shown_on
from snippets.publish.sources import Sources


def problems(sources: Sources) -> Iterator[Problem]:
    """A Problem for each of them; one on no page at all is an orphan."""
    shown = shown_on(sources.pages, sources.records)
    for name, fact in sources.records.facts.items():
        others = shown.get(name, [fact.page])
        if fact.page not in others:
            words = {"name": name, "page": fact.page, "others": ", ".join(others)}
            yield Problem.of(fact.file, fact.line, "stray_fact", **words)
