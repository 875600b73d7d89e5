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
        fix = f"name it here as its title begins, or change the title in {page.file}"
        yield Problem(SETTINGS, line, f"{page.file} by a name that its title begins with: {title}", name, fix)


def _in_page(page: Page) -> Iterator[Problem]:
    above, seen = 0, set[str]()
    lines = (part for part in page.parts if isinstance(part, Line))
    for line, heading in ((line.line, HEADING.match(line.text)) for line in lines):
        if not heading:
            continue
        level, title = len(heading[1]), heading[2]
        allowed = range(2, above + 2) if above else (1,)
        if level not in allowed:
            expected = f"a heading that begins with {' or '.join('#' * number for number in allowed)}"
            yield Problem(page.file, line, expected, heading[0], "change the number of its #")
        if title in seen:
            yield Problem(
                page.file, line, "each heading once a page", f"{title} a second time", "rename one of the two"
            )
        above = level
        seen.add(title)
    if not above:
        yield Problem(page.file, 1, "a title, # TITLE", "a page without one", "put it below the front matter")
