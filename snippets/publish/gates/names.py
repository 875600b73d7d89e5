"""Directives that name nothing."""

from collections.abc import Iterator, Mapping
from pathlib import Path

from snippets.problem import Problem
from snippets.publish.directives import problem_of
from snippets.publish.page import Page
from snippets.recorded import Record


def problems(pages: Mapping[str, Page], records: Record, root: Path) -> Iterator[Problem]:
    """A Problem for each directive, also in a paragraph, of an unknown kind or with an unknown name."""
    for page in pages.values():
        for directive in (*page.facts, *page.directives):
            if problem := problem_of(directive, page, records):
                yield problem
