"""The Python-Markdown extension: what `directives` gives is kept out of Markdown's reach.

Under MkDocs a page comes expanded (see hooks.py). Another engine, which calls no hooks, has its pages expanded here.
"""

import logging
import re
from collections.abc import Sequence
from functools import cache
from pathlib import Path
from xml.etree.ElementTree import Element, SubElement

from markdown import Extension, Markdown
from markdown.preprocessors import Preprocessor
from markdown.treeprocessors import Treeprocessor
from markdown.util import AtomicString

from snippets.publish.directives import expand
from snippets.publish.page import Page
from snippets.publish.tables import BECOMES
from snippets.store.examples import EXAMPLES
from snippets.store.files import ROOT
from snippets.store.record import Record, load

PHONE, MARGIN = 50, 3  # letters that a phone shows beside each other, and those that the edges of a column take
MOST_IN_A_CARD, LONGEST_HEADS = 6, 120  # columns, and letters of their headings, which each card repeats
LONGEST_CALL = 12  # letters of a call in a heading or a first column that is not broken: behind a dot, say
log = logging.getLogger("mkdocs.snippets")
BLOCK = re.compile(r'^([ \t]*)(<div class="[\w-]+".*</div>)$', re.MULTILINE)  # what a template gives


@cache
def loaded(root: Path) -> Record:
    """The record, read once for all pages."""
    return load(root)


class Expand(Preprocessor):
    """Expands a page's directives, unless that is done, and keeps what they gave out of Markdown's reach."""

    def __init__(self, md: Markdown, expanded: bool) -> None:
        super().__init__(md)
        self.expanded = expanded

    def run(self, lines: list[str]) -> list[str]:
        """The lines of one page."""
        text = "\n".join(lines).rstrip("\n")  # with a last newline, a last block would stand in a paragraph
        if not self.expanded:
            root = Path.cwd() if (Path.cwd() / EXAMPLES).is_dir() else ROOT
            text, problems = expand(Page(self.page(), text), loaded(root), "html")
            for problem in problems:
                log.error("%s", problem)
        return BLOCK.sub(lambda block: block[1] + self.md.htmlStash.store(block[2]), text).split("\n")

    def page(self) -> str:
        """The page's name, where the engine says it (Zensical does), else "?"."""
        if "rendering_context" not in self.md.preprocessors:
            return "?"
        return self.md.preprocessors["rendering_context"].page.path.removesuffix(".md")


class Tables(Treeprocessor):
    """Says of each table how a narrow screen shows it (site.css): as it stands, each row as a card, or scrolled.

    A cell that begins with one of BECOMES has that as its class, so that a map of dtypes is read at a glance. A long
    call in a heading or a first column may be broken, between its words only.
    """

    def run(self, root: Element) -> None:
        """The page, whose text is final."""
        for table in root.iter("table"):
            rows = list(table.iter("tr"))
            heads, *body = (["".join(cell.itertext()).strip() for cell in row] for row in rows)
            kind = kind_of(heads, body)
            table.set("class", f"table {kind}")
            for cell in table.iter("td"):
                first = "".join(cell.itertext()).split()[:1]
                if first and first[0] in BECOMES:
                    cell.set("class", first[0])
            for cell in [*rows[0], *(row[0] for row in rows[1:])]:
                for code in cell.iter("code"):
                    breakable(code)
            for row in rows[1:] if kind == "cards" else ():
                for cell, head in zip(row[1:], heads[1:], strict=True):
                    cell.set("data-head", head)


def breakable(code: Element) -> None:
    """Lets a browser break a long call behind a dot, a parenthesis, a comma or an equals sign."""
    first, *rest = re.split(r"(?<=[.(,=])(?=\w)", code.text or "") if len(code.text or "") > LONGEST_CALL else [""]
    if rest:
        code.text = AtomicString(first)
        for part in rest:
            SubElement(code, "wbr").tail = AtomicString(part)


def kind_of(heads: Sequence[str], body: Sequence[Sequence[str]]) -> str:
    """fits: its longest words fit a phone, side by side. wide: its rows would be no cards that can be read."""
    columns = zip(heads, *body, strict=True)
    longest = [max((len(word) for cell in column for word in cell.split()), default=0) for column in columns]
    if sum(longest) + MARGIN * len(heads) <= PHONE:
        return "fits"
    repeated = sum(map(len, heads[1:]))
    return "wide" if len(heads) > MOST_IN_A_CARD or repeated > LONGEST_HEADS else "cards"


class Folds(Treeprocessor):
    """Makes the heading that a fold begins with the line that opens it: the contents list it."""

    def run(self, root: Element) -> None:
        """The page, whose headings have their ids."""
        for fold in root.iter("details"):
            if len(fold) and re.fullmatch("h[2-6]", str(fold[0].tag)):
                heading = fold[0]
                fold.remove(heading)
                for link in heading.findall("a[@class='headerlink']"):  # what opens holds no link
                    heading.remove(link)
                line = Element("summary")
                line.append(heading)
                fold.insert(0, line)


class Snippets(Extension):
    """Registers Expand after normalization (30), before superfences (25), Tables after inline Markdown (20).

    Folds come last.
    """

    def __init__(self, **options: object) -> None:
        self.config = {"expanded": [False, "whether the pages come expanded"]}
        super().__init__(**options)

    def extendMarkdown(self, md: Markdown) -> None:  # noqa: N802 (Python-Markdown's name)
        """Called by Python-Markdown once for each page."""
        md.preprocessors.register(Expand(md, self.getConfig("expanded")), "snippets", 27)
        md.treeprocessors.register(Tables(md), "snippets-tables", 5)
        md.treeprocessors.register(Folds(md), "snippets-folds", 4)  # after the table of contents


def makeExtension(**options: object) -> Snippets:  # noqa: N802 (Python-Markdown's name)
    """The entry point that Python-Markdown looks for."""
    return Snippets(**options)
