"""Python that was typed into a page, which nothing runs, and directives in a fence that may have been meant to work."""

import re
from collections.abc import Iterator

from snippets.problem import Problem
from snippets.publish.page import DIRECTIVE, Fence
from snippets.publish.sources import Sources

PYTHON = re.compile(r"^\{?\s*\.?(?:python3?|py|pycon|ipython|ipython3)\b", re.IGNORECASE)
LOOKS_LIKE_PYTHON = re.compile(r"^\s*(?:>>> |import (?:numpy|torch)\b|from (?:numpy|torch)\b)", re.MULTILINE)


def problems(sources: Sources) -> Iterator[Problem]:
    """A Problem for each such fence."""
    for page in sources.pages.values():
        for fence in (part for part in page.parts if isinstance(part, Fence)):
            if PYTHON.match(fence.info) or LOOKS_LIKE_PYTHON.search(fence.text):
                fix = f"run: python -m snippets new {page.name}/NAME, and put the code into that script"
                expected = "code out of snippets/examples/"
                yield Problem(page.file, fence.line, expected, "Python typed into the page", fix)
            elif not fence.info and any(DIRECTIVE.match(line) for line in fence.text.split("\n")[1:-1]):
                fix = "name the fence's language"
                yield Problem(page.file, fence.line, "directives outside of fences", "one inside", fix)
