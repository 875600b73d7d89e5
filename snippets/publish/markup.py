"""Markup is in templates/, one folder a target; here is what fills them.

In HTML, every value is escaped as the standard library does; its newlines and tabs become character references, and
those of the template are left out: a template gives one line, and no later step of Markdown sees lines of its own.
"""

import html
import re
from collections.abc import Iterator
from functools import lru_cache
from pathlib import Path
from typing import Any, Literal

from jinja2 import Environment, FileSystemLoader, FunctionLoader, StrictUndefined
from markupsafe import Markup
from pygments import highlight
from pygments.formatters import HtmlFormatter
from pygments.lexers import PythonLexer
from pygments.token import Name, Operator, Punctuation, Text

Target = Literal["html", "markdown"]

TEMPLATES = Path(__file__).parent / "templates"
CODE = re.compile(r"`([^`]+)`")
NO_NEWLINE = "no-final-newline"
PLAIN = {Name, Name.Namespace, Operator, Operator.Word, Punctuation, Text.Whitespace}


class FewColors(PythonLexer):
    """Python of which names, operators and brackets are plain text: they would be two of three elements of a page."""

    def get_tokens_unprocessed(self, text: str, stack: Any = ("root",)) -> Iterator[Any]:
        """Called by Pygments."""
        for place, token, value in super().get_tokens_unprocessed(text, stack):
            yield place, Text if token in PLAIN else token, value


LEXER, FORMATTER = FewColors(stripnl=False, ensurenl=False), HtmlFormatter(nowrap=True)


def render(target: Target, template: str, **values: object) -> str:
    """`template` of `target`, filled with `values`."""
    return ENVIRONMENTS[target].get_template(f"{template}.{SUFFIXES[target]}").render(values).rstrip("\n")


@lru_cache(maxsize=4096)  # `mkdocs serve` shows the same again and again
def highlighted(code: str) -> Markup:
    """Python as colored HTML, to the byte."""
    colored = highlight(code, LEXER, FORMATTER)
    # The formatter ends with a newline even where the code does not.
    return Markup(colored if code.endswith("\n") else colored.removesuffix("\n"))


def literal(sentence: str) -> str:
    """A sentence as Markdown in which no asterisk outside of inline code means emphasis, as in 2**24."""
    return "".join(
        part if part.startswith("`") else part.replace("*", r"\*") for part in re.split(r"(`[^`]+`)", sentence)
    )


def with_code(sentence: str) -> Markup:
    """A sentence as HTML, with its inline code."""
    return Markup(CODE.sub(r"<code>\1</code>", html.escape(sentence, quote=False)))


def fence(info: str, text: str) -> str:
    """A fence that holds `text` to the byte; a missing newline at its end is told in the info string."""
    marks = "`" * max(3, 1 + max(map(len, re.findall(r"`+", text)), default=0))
    if not text.endswith("\n"):
        info, text = f"{info} {NO_NEWLINE}", f"{text}\n"
    return f"{marks}{info}\n{text}{marks}"


def code(text: str) -> str:
    """The first line of `text` as inline code that a table can hold."""
    line = text.partition("\n")[0]
    if "|" in line or "`" in line:  # engines of Markdown disagree on a bar in inline code in a table
        return f"<code>{html.escape(line).replace('|', '&#124;').replace('`', '&#96;')}</code>"
    return f"`{line}`" if line else ""


def _escaped(value: object) -> Markup:
    text = str(value) if hasattr(value, "__html__") else html.escape(str(value))
    return Markup(text.replace("\n", "&#10;").replace("\t", "&#9;"))


def _on_one_line(file: str) -> str:
    lines = (TEMPLATES / "html" / file).read_text(encoding="utf-8").split("\n")
    return "".join(line.strip() for line in lines)


SUFFIXES: dict[Target, str] = {"html": "html", "markdown": "md"}
ENVIRONMENTS: dict[Target, Environment] = {
    "html": Environment(
        loader=FunctionLoader(_on_one_line), autoescape=True, finalize=_escaped, undefined=StrictUndefined
    ),
    "markdown": Environment(
        loader=FileSystemLoader(TEMPLATES / "markdown"), trim_blocks=True, undefined=StrictUndefined
    ),
}
ENVIRONMENTS["html"].filters |= {"highlighted": highlighted, "with_code": with_code}
ENVIRONMENTS["markdown"].globals |= {"code": code, "fence": fence}
