"""Directives that name nothing, or stand twice on a page: the id of an element is its name, and once is enough."""

from collections.abc import Iterator

from snippets.problem import Problem
from snippets.publish.directives import DIRECTIVES, expanded
from snippets.publish.sources import Sources


def problems(sources: Sources) -> Iterator[Problem]:
    """A Problem for each directive, also in a paragraph, with an unknown name, and for each second time."""
    for page in sources.pages.values():
        yield from expanded(page, sources.records, "html")[1]
        before = list[tuple[str, str]]()
        for directive in (*page.facts, *page.directives):
            before.append((directive.kind, directive.argument))
            if before.count(before[-1]) == 2 and directive.kind in DIRECTIVES:
                words = {**vars(directive), "called": DIRECTIVES[directive.kind].called}
                yield Problem.of(page.file, directive.line, "directive_twice", **words)
