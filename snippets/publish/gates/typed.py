"""Python and outputs that were typed into a page, which nothing runs, and fences that are not what they seem."""

import re
from collections.abc import Iterator

from snippets.problem import Problem
from snippets.publish.page import DIRECTIVE, Fence
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
            if wrong := _wrong(fence):
                yield Problem.of(page.file, fence.line, wrong, page=page.name)


def _wrong(fence: Fence) -> str:
    """What is wrong with a fence, as problem.toml calls it; "" where it is in order."""
    inside = fence.text.split("\n")[1:-1]
    commands = [line.startswith("$ ") for line in inside]
    if not CLOSED.fullmatch(fence.text.lstrip()):
        return "open_fence"
    if PYTHON.match(fence.info) or LOOKS_LIKE_PYTHON.search(fence.text):
        return "typed_python"
    if not fence.info and any(map(DIRECTIVE.match, inside)):
        return "fenced_directive"
    shown = any(map(DIRECTIVE.match, inside))
    if (NO_LANGUAGE.match(fence.info) and not shown) or OUTPUT.search("\n".join(inside)) or len({*commands}) > 1:
        return "typed_output"
    return ""
