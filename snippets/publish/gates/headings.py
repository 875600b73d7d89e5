"""Pages without a title, with two, with a level left out or with the same heading twice: their links would not last.

And pages that the navigation calls by another name than their title begins with. The start page is the site's.
"""

import re
from collections.abc import Iterator

from snippets.problem import Problem
from snippets.publish.page import Line, Page
from snippets.publish.sources import Sources
from snippets.publish.titles import SETTINGS, entries

HEADING = re.compile(r"^(#{1,6}) +(\S.*)$")
START = "index"


def problems(sources: Sources) -> Iterator[Problem]:
    """A Problem for each of them."""
    for page in sources.pages.values():
        yield from _in_page(page)
    settings = sources.root / SETTINGS
    for line, title, name in entries(settings.read_text(encoding="utf-8") if settings.exists() else ""):
        if name in sources.pages and name != START:
            yield from _names(sources.pages[name], title, line)


def _names(page: Page, name: str, line: int) -> Iterator[Problem]:
    title = next(
        (found[2] for part in page.parts if isinstance(part, Line) and (found := HEADING.match(part.text))), name
    )
    if not title.replace("\\", "").startswith(name):
        yield Problem.of(SETTINGS, line, "other_name", page=page.file, title=title, name=name)


def _in_page(page: Page) -> Iterator[Problem]:
    above, seen = 0, set[str]()
    lines = (part for part in page.parts if isinstance(part, Line))
    for line, heading in ((line.line, HEADING.match(line.text)) for line in lines):
        if not heading:
            continue
        level, title = len(heading[1]), heading[2]
        allowed = range(2, above + 2) if above else (1,)
        if level not in allowed:
            marks = " or ".join("#" * number for number in allowed)
            yield Problem.of(page.file, line, "level_left_out", marks=marks, heading=heading[0])
        if title in seen:
            yield Problem.of(page.file, line, "heading_twice", title=title)
        above = level
        seen.add(title)
    if not above:
        yield Problem.of(page.file, 1, "no_title")
