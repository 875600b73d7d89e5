"""Directives that stand twice on a page: an element's id is its name, and a reader wants it once."""

from collections import Counter
from collections.abc import Iterator, Mapping
from pathlib import Path

from snippets.problem import Problem
from snippets.publish.directives import DIRECTIVES
from snippets.publish.page import Page
from snippets.recorded import Record


def problems(pages: Mapping[str, Page], records: Record, root: Path) -> Iterator[Problem]:
    """A Problem for each second time."""
    for page in pages.values():
        times = Counter[tuple[str, str]]()
        for directive in (*page.facts, *page.directives):
            times[directive.kind, directive.argument] += 1
            if times[directive.kind, directive.argument] == 2 and directive.kind in DIRECTIVES:
                expected = f"{DIRECTIVES[directive.kind].called} once a page"
                found = f"{directive.kind} {directive.argument} a second time"
                yield Problem(page.file, directive.line, expected, found, "remove it, or link to the first")
