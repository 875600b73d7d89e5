"""Links that lead nowhere, or where no link may. Of the first kind MkDocs tells no line, and only after all gates."""

import html
import posixpath
import re
from collections.abc import Iterator
from functools import cache
from urllib.parse import unquote

from markdown.extensions.toc import slugify

from snippets.problem import Problem, line_of, nearest
from snippets.publish.directives import expanded
from snippets.publish.links import NAMED, target_of
from snippets.publish.page import Page
from snippets.publish.sources import Sources
from snippets.store.record import Record

LINK = re.compile(r"(?P<image>!?)\[(?:[^\[\]]|\[[^\[\]]*\])*\]\(\s*<?(?P<to>(?:[^()<>\s]|\([^()<>\s]*\))*)")
SCHEME = re.compile(r"[^/?#]*:")
HEADING = re.compile(r"^#{1,6} (?P<title>.*?)(?: *\{ *(?:#(?P<id>[^\s}]+)|[^}]*) *\})?$", re.MULTILINE)
ID = re.compile(r'\bid="([^"]+)"')
TEXT_OF = re.compile(r"!?\[((?:[^\[\]]|\[[^\[\]]*\])*)\]\([^)]*\)")

CORRECT, LOOK = "correct the address, or remove the link", "look for it in the page that is built"


def problems(sources: Sources) -> Iterator[Problem]:
    """A Problem for each of them, outside of fences and inline code."""
    for page in sources.pages.values():
        for link in LINK.finditer(page.plain):
            if wrong := _wrong(link, page, sources):
                line, to = line_of(page.plain, link.start()), link["to"] or "nothing"
                yield Problem.of(page.file, line, "link", expected=wrong[0], to=to, fix=wrong[1])


def _wrong(link: re.Match[str], page: Page, sources: Sources) -> tuple[str, str] | None:
    """What a link should have been, and what to do; None where it leads somewhere."""
    address = re.sub(r"[\x00-\x20]", "", html.unescape(unquote(link["to"])))
    if scheme := SCHEME.match(address):
        allowed = () if link["image"] else ("http:", "https:", "mailto:", "fact:")
        expected = "an address that begins with http:, https:" if allowed else "a drawing of our own in docs/"
        return None if scheme[0].lower() in allowed else (expected, CORRECT)
    path, _, anchor = re.sub(r"\?[^#]*", "", address).partition("#")  # a query is for a script of the page
    if path.startswith("/") or not address:
        return "a page by its way from this one, such as ../methods/tensor.md", CORRECT
    file = target_of(page.name, path) if path else f"{page.name}.md"
    target = sources.pages.get(file.removesuffix(".md"))
    if not target or not file.endswith(".md"):
        if (sources.root / "docs" / file).is_file():
            return None
        files = [posixpath.relpath(f"{name}.md", posixpath.dirname(page.name) or ".") for name in sources.pages]
        return "a file in docs/", nearest(path, files, CORRECT)
    known = anchors(target, sources.records)
    if anchor and anchor not in known:
        return f"a heading or an anchor of {target.file}", nearest(anchor, known, LOOK)
    return None


@cache
def anchors(page: Page, records: Record) -> frozenset[str]:
    """The ids of a page as it is built: of its headings, its links, and what its directives show."""
    text = expanded(page, records, "html")[0]
    titles = (heading["id"] or slugify(TEXT_OF.sub(r"\1", heading["title"]), "-") for heading in HEADING.finditer(text))
    return frozenset([*titles, *ID.findall(text), *NAMED.findall(text)])
