"""Python and outputs that were typed into a page, which nothing runs, and fences that are not what they seem."""

import re
from collections.abc import Iterator

from snippets.problem import Problem
from snippets.publish.page import DIRECTIVE, Fence, Page
from snippets.publish.sources import Sources

PYTHON = re.compile(r"^\{?\s*\.?(?:python3?|py|pycon|ipython|ipython3)\b", re.IGNORECASE)
LOOKS_LIKE_PYTHON = re.compile(r"^\s*(?:>>> |import (?:numpy|torch)\b|from (?:numpy|torch)\b)", re.MULTILINE)
NO_LANGUAGE = re.compile(r"^\{?\s*\.?(?:(?:text|txt|plain|output|out|none)\b|$)", re.IGNORECASE)
OUTPUT = re.compile(
    r"^\s*(?:(?:tensor|array)\(|Traceback|\w*(?:Error|Warning|Exception): |torch\.\w+$|\[.*\]$|True$|False$|-?[\d.]+$)",
    re.MULTILINE,
)
CLOSED = re.compile(r"(`{3,}|~{3,})[^\n]*\n(?:.*\n)*[ \t]*\1[`~]*[ \t]*")


def problems(sources: Sources) -> Iterator[Problem]:
    """A Problem for each such fence."""
    for page in sources.pages.values():
        for fence in (part for part in page.parts if isinstance(part, Fence)):
            if wrong := _wrong(fence, page):
                yield Problem(page.file, fence.line, *wrong)


def _wrong(fence: Fence, page: Page) -> tuple[str, str, str] | None:
    """What was expected, what is there, and what to do; None for a fence that is in order."""
    inside = fence.text.split("\n")[1:-1]
    commands = [line.startswith("$ ") for line in inside]
    if not CLOSED.fullmatch(fence.text.lstrip()):
        return "a fence that is closed", "one that holds the rest of the page", "close it, with the marks that open it"
    if PYTHON.match(fence.info) or LOOKS_LIKE_PYTHON.search(fence.text):
        fix = f"run: python -m snippets new {page.name}/NAME, and put the code into that script"
        return "code out of snippets/examples/", "Python typed into the page", fix
    if not fence.info and any(map(DIRECTIVE.match, inside)):
        return "directives outside of fences", "one inside", "name the fence's language"
    shown = any(map(DIRECTIVE.match, inside))
    if (NO_LANGUAGE.match(fence.info) and not shown) or OUTPUT.search("\n".join(inside)) or len({*commands}) > 1:
        fix = "show it with the script that prints it, ::: example PAGE/NAME; for what is no output, name its language"
        return "an output out of a run", "an output typed into the page", fix
    return None
