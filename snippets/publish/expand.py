"""Directives become what was recorded. Pure: `expand` reads no file and runs nothing.

::: example methods/from_numpy/share        the script, then its output
::: calls, glance, matrix, dtypes, …        tables of what was measured: see tables.py
"""

import html
import posixpath
import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import partial
from typing import Literal

from pygments import highlight
from pygments.formatters import HtmlFormatter
from pygments.lexers import PythonLexer

from snippets.problem import Problem, nearest
from snippets.publish.tables import TABLES, Unknown, table_of
from snippets.recorded import Environment, Example, Record

Target = Literal["html", "markdown"]

DIRECTIVE = re.compile(r"^(?P<indent>[ \t]*):::[ \t]*(?P<kind>\S*)[ \t]*(?P<argument>.*?)[ \t]*$")
FENCE = re.compile(r"^[ \t]*(?P<marks>`{3,}|~{3,})(?P<info>[^`]*)$")
ABSENT = re.compile(r"`(?P<code>[^`\n]+)`\{\.absent\}")
WARNS = re.compile(r"^\S+\.py:(?:\d+:)? \w*Warning: ", re.MULTILINE)
LINK = re.compile(r"(?<=\]\()(?P<path>[^()\s:#]+?)\.(?:md|ipynb)(?P<anchor>#[^()\s]*)?(?=\))")
FROM_DOCS = re.compile(r"(?<=\]\()(?P<path>/[^()\s:#]+)")  # of a table: from docs/ on
KINDS = ("example", *TABLES)
NO_NEWLINE = "no-final-newline"


@dataclass(frozen=True)
class Directive:
    """One directive of a page; `line` counts from 1."""

    line: int
    indent: str
    kind: str
    argument: str


@dataclass(frozen=True)
class Fence:
    """One fenced block that a page's author typed, from its opening line on."""

    line: int
    info: str
    text: str


def parts(markdown: str) -> Iterator[str | Directive | Fence]:
    """The page in order: lines, directives, and fenced blocks, whose insides are left alone."""
    lines = markdown.split("\n")
    number = 0
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
        elif found := DIRECTIVE.match(line):
            yield Directive(number, found["indent"], found["kind"], found["argument"])
        else:
            yield line


def problem_of(directive: Directive, page: str, records: Record) -> Problem | None:
    """What is wrong with a directive on `page` (a name such as methods/from_numpy), or None."""
    file = f"docs/{page}.md"
    if directive.kind not in KINDS:
        expected = f"one of the directives {', '.join(KINDS)}"
        fix = nearest(directive.kind, KINDS).replace("python -m snippets list", "CONTRIBUTING.md")
        return Problem(file, directive.line, expected, f"unknown directive {directive.kind!r}", fix)
    if directive.kind in TABLES:
        try:
            table_of(directive.kind, directive.argument, records.matrix)
        except Unknown as error:
            expected = f"what `::: {directive.kind}` can show"
            return Problem(file, directive.line, expected, str(error), "correct the line")
        return None
    if directive.argument not in records.examples:
        expected = "the name of a script under snippets/examples/"
        found = f"unknown example {directive.argument!r}"
        return Problem(file, directive.line, expected, found, nearest(directive.argument, records.examples))
    return None


def expand(
    markdown: str,
    page: str,
    records: Record,
    target: Target,
    on_problem: Callable[[Problem], str] | None = None,
) -> str:
    """`markdown`, the source of `page`, with each directive replaced by what it names.

    For "html", an example becomes one line of HTML, so that no later step sees its lines. For
    "markdown" it becomes fences. The page's last paragraph names the versions and the platform.
    A directive that names nothing is given to `on_problem`, which returns what stands in its place;
    without it, raises Problem.
    """
    render = html_example if target == "html" else markdown_example

    def prose(text: str) -> str:
        return text if target == "html" else twin_links(ABSENT.sub(r"`\g<code>` (does not exist)", text), page)

    done = []
    for part in parts(markdown):
        if isinstance(part, str):
            done.append(prose(part))
        elif isinstance(part, Fence):
            done.append(part.text)
        elif problem := problem_of(part, page, records):
            if on_problem is None:
                raise problem
            done.append(part.indent + on_problem(problem))
        else:
            if part.kind in TABLES:
                shown = table_of(part.kind, part.argument, records.matrix)
                text = prose(FROM_DOCS.sub(partial(_from_page, page), shown))
            else:
                text = render(records.examples[part.argument])
            done.append("\n".join(part.indent + line if line else line for line in text.split("\n")))
    foot = html_foot if target == "html" else markdown_foot
    return "\n".join(done).rstrip("\n") + f"\n\n{foot(records.environment)}\n"


def _from_page(page: str, link: re.Match[str]) -> str:
    return posixpath.relpath(link["path"], posixpath.dirname(f"/{page}"))


def folder(page: str) -> str:
    """The folder of the built site that `page` is in, relative to the site."""
    return "" if page == "index" else page


def twin_links(markdown: str, page: str) -> str:
    """`markdown`, the source of `page`, with links to other sources made links to their Markdown copies."""

    def twin(link: re.Match[str]) -> str:
        target = posixpath.normpath(posixpath.join(posixpath.dirname(page), link["path"]))
        path = posixpath.relpath(f"/{folder(target)}", f"/{folder(page)}")
        return posixpath.join(path, "index.md").removeprefix("./") + (link["anchor"] or "")

    return LINK.sub(twin, markdown)


def recorded_on(environment: Environment) -> str:
    """The sentence at the end of every page."""
    return (
        f"Every output on this page was recorded with torch {environment.torch} and NumPy {environment.numpy} "
        f"on Python {environment.python}, {environment.platform}."
    )


def html_foot(environment: Environment) -> str:
    """The versions and the platform, as HTML."""
    return f'<div class="recorded-on" data-search-exclude>{html.escape(recorded_on(environment))}</div>'


def markdown_foot(environment: Environment) -> str:
    """The versions and the platform, as Markdown."""
    return f"*{recorded_on(environment)}*"


def html_example(example: Example) -> str:
    """The published contract's `.example`, on one line."""
    leaf = example.name.rpartition("/")[2]
    pieces = [
        f'<div class="example" id="{example.name}" data-example="{example.name}" data-exit="{example.ending.exit}">',
        f'<div class="highlight">{html_code(example.script, f"{leaf}.py")}</div>',
    ]
    if example.output:
        text = html.escape(example.output)
        kind = "output warns no-copy" if warns(example) else "output no-copy"
        pieces.append(f'<div class="{kind}"><p class="output-label">{_label(example)}</p>')
        pieces.append(f"{block(text, f'Output of {leaf}.py')}</div>")
    return one_line("".join([*pieces, "</div>"]))


def html_code(code: str, label: str) -> str:
    """Python, highlighted, to the byte."""
    colored = highlight(code, PythonLexer(stripnl=False, ensurenl=False), HtmlFormatter(nowrap=True))
    # The formatter ends with a newline even where the code does not.
    colored = colored if code.endswith("\n") else colored.removesuffix("\n")
    return block(colored, label)


def block(code: str, label: str) -> str:
    """`code`, which is HTML, as a block; focusable and named, because what overflows must be reachable by keyboard."""
    return f'<pre tabindex="0" role="group" aria-label="{label}"><code>{code}</code></pre>'


def one_line(markup: str) -> str:
    """HTML without newlines and tabs of its own: as character references no later step can change them."""
    return markup.replace("\n", "&#10;").replace("\t", "&#9;")


def warns(example: Example) -> bool:
    """Whether a script that runs to its end shows a Python warning."""
    return example.ending.exit == "0" and WARNS.search(example.output) is not None


def _label(example: Example) -> str:
    ending = example.ending.exit
    if ending == "0":
        return "Output, with a warning" if warns(example) else "Output"
    if ending == "error":
        return "Output, ends with an error"
    if ending == "timeout":
        return "Output, never ends"
    if ending.startswith("exit-"):
        return f"Output, exit status {ending.removeprefix('exit-')}"
    return f"Output, the interpreter crashes ({ending})"


def markdown_example(example: Example) -> str:
    """The script and its output as fences; a plain one's output is marked so that pytest-codeblocks compares it.

    An example that warns or does not end normally gets a word after `python`, which keeps
    pytest-codeblocks from running it: it compares standard output only.
    """
    plain = example.ending.exit == "0" and not warns(example)
    done = [fence("python" if plain else f"python {example.ending.exit}", example.script)]
    if example.output:
        if plain:
            done.append("<!--pytest-codeblocks:expected-output-->")
        done.append(fence("text", example.output))
    return "\n\n".join(done)


def fence(info: str, text: str) -> str:
    """A fence that holds `text` to the byte; a missing newline at its end is told in the info string."""
    marks = "`" * max(3, 1 + max(map(len, re.findall(r"`+", text)), default=0))
    if not text.endswith("\n"):
        info, text = f"{info} {NO_NEWLINE}", f"{text}\n"
    return f"{marks}{info}\n{text}{marks}"
