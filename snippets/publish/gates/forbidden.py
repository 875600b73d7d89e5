"""What may not stand on a page: conflict markers, notes to oneself, HTML, boxes of no kind … forbidden.toml has all."""

import re
from collections.abc import Iterator

from snippets.problem import Problem, line_of
from snippets.publish.page import Page
from snippets.publish.sources import Sources
from snippets.store.files import toml_beside

PATTERNS = [(re.compile(entry["pattern"], re.MULTILINE), entry) for entry in toml_beside(__file__)["forbidden"]]


def problems(sources: Sources) -> Iterator[Problem]:
    """A Problem for each of them."""
    for page in sources.pages.values():
        yield from sorted(_in_page(page), key=lambda problem: problem.line)


def _in_page(page: Page) -> Iterator[Problem]:
    for pattern, entry in PATTERNS:
        text, told = page.source if entry.get("everywhere") else page.plain, set[int]()
        for match in pattern.finditer(text):
            group = match.lastindex or 0
            line, what = line_of(text, match.start(group)), " ".join(match[group].split())[:60]
            if line not in told:
                told.add(line)
                yield Problem(page.file, line, entry["expected"], f"{entry['found']}, {what}", entry["fix"])
