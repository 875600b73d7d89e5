"""A page, scanned once: its lines, fences, directives, facts and prose, each with the line it stands on.

::: KIND ARGUMENT      a directive, on a line of its own
[](fact:PAGE#NAME)     a fact in a paragraph: the directive `fact`, in place
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import islice
from pathlib import Path

from mkdocs.utils.meta import YAML_RE

from snippets.store.files import names_under

DIRECTIVE = re.compile(r"^(?P<indent>[ \t]*):::[ \t]*(?P<kind>\S*)[ \t]*(?P<argument>.*?)[ \t]*$")
FENCE = re.compile(r"^[ \t]*(?P<marks>`{3,}|~{3,})(?P<info>[^`]*)$")
CODE = re.compile(r"(?<!`)(`+)(?!`)(?:[^\n]|\n(?!\s*\n))+?(?<!`)\1(?!`)")
INLINE_FACT = re.compile(r"\[\]\(fact:(?P<name>[^()\s]*)\)")
NO_PROSE = re.compile(r"^(?:#|\||<|---|!!!|\?\?\?|\[\^|\{)")  # headings, tables, raw HTML, titles of notes
ITEM = re.compile(r"^\s*(?:[-*]|\d+\.) ")
CONDITIONS = re.compile(r"\b(?:when|if)(?:\*\*)?:$")


@dataclass(frozen=True)
class Directive:
    """One directive."""

    line: int
    indent: str
    kind: str
    argument: str


@dataclass(frozen=True)
class Line:
    """One line outside of fences that is no directive; lines count from 1."""

    line: int
    text: str

    def fact(self, link: re.Match[str]) -> Directive:
        """The directive that a match of INLINE_FACT in it stands for."""
        return Directive(self.line, "", "fact", link["name"])


@dataclass(frozen=True)
class Fence:
    """One fenced block that a page's author typed, from its opening line on; its inside is left alone."""

    line: int
    info: str
    text: str


@dataclass(frozen=True)
class Block:
    """A paragraph or an entry of a list, in one line; `line` is where it begins, `below` the directive right below.

    `condition`: it stands in a list of what has to be so, under a paragraph such as "Use it when:".
    """

    line: int
    text: str
    below: Directive | None
    condition: bool


Part = Line | Directive | Fence


@dataclass(frozen=True)
class Page:
    """A page by its name (methods/from_numpy) and its source."""

    name: str
    source: str

    @property
    def file(self) -> str:
        """Its path, relative to the repository."""
        return f"docs/{self.name}.md"

    @property
    def head(self) -> str:
        """Its front matter, with the marks around it; "" where it has none."""
        head = YAML_RE.match(self.source)
        return head[0] if head else ""

    @cached_property
    def parts(self) -> Sequence[Part]:
        """All below the front matter, in order."""
        return tuple(_scan(self.source.split("\n"), self.head.count("\n")))

    @cached_property
    def plain(self) -> str:
        """The source, line for line, without its head, fences, what directives name and inline code holds."""
        lines = [""] * (self.source.count("\n") + 1)
        for part in self.parts:
            if not isinstance(part, Fence):
                lines[part.line - 1] = part.text if isinstance(part, Line) else f"{part.indent}:::"
        return CODE.sub(lambda code: "``" + "\n" * code[0].count("\n"), "\n".join(lines))

    @cached_property
    def directives(self) -> Sequence[Directive]:
        """The directives that stand on lines of their own."""
        return tuple(part for part in self.parts if isinstance(part, Directive))

    @cached_property
    def facts(self) -> Sequence[Directive]:
        """The facts in paragraphs."""
        lines = (part for part in self.parts if isinstance(part, Line))
        return tuple(line.fact(link) for line in lines for link in INLINE_FACT.finditer(line.text))

    @cached_property
    def blocks(self) -> Sequence[Block]:
        """The paragraphs and list entries: not headings, tables, raw HTML and fences."""
        blocks, held, lead = [], list[Line](), ""  # `lead` is the paragraph or heading that a list stands under
        for place, part in enumerate((*self.parts, Line(0, ""))):
            text = part.text if isinstance(part, Line) else ""
            ends = not text.strip() or NO_PROSE.match(text.strip()) is not None
            if held and (ends or ITEM.match(text)):
                whole = " ".join(line.text.strip() for line in held)
                is_item = ITEM.match(whole) is not None
                lead = lead if is_item else whole
                below = self._below(place) if ends else None
                blocks.append(Block(held[0].line, whole, below, is_item and CONDITIONS.search(lead) is not None))
                held = []
            if text.startswith("#"):
                heading = text.lstrip("#").strip()
                lead = f"{heading}:" if heading.endswith(("when", "if")) else ""
            elif isinstance(part, Line) and not ends:
                held.append(part)
        return tuple(blocks)

    def _below(self, place: int) -> Directive | None:
        """The directive at `place` among the parts or after it, if nothing but blank lines and fences is between."""
        for part in islice(self.parts, place, None):
            if isinstance(part, Directive):
                return part
            if isinstance(part, Line) and part.text.strip():
                return None
        return None


def _scan(lines: Sequence[str], number: int) -> Iterator[Part]:
    while number < len(lines):
        line = lines[number]
        number += 1
        if fence := FENCE.match(line):
            marks = fence["marks"]
            closing = re.compile(rf"^[ \t]*{re.escape(marks[0])}{{{len(marks)},}}[ \t]*$")
            start = number
            while number < len(lines) and not closing.match(lines[number]):
                number += 1
            number += number < len(lines)
            yield Fence(start, fence["info"].strip(), "\n".join(lines[start - 1 : number]))
        elif directive := DIRECTIVE.match(line):
            yield Directive(number, directive["indent"], directive["kind"], directive["argument"])
        else:
            yield Line(number, line)


def read_pages(root: Path) -> dict[str, Page]:
    """All Markdown pages by name, in the order of their names."""
    docs = root / "docs"
    return {name: Page(name, (docs / f"{name}.md").read_bytes().decode()) for name in names_under(docs, ".md")}
