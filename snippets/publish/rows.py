"""How a table is written: rows as Markdown, code that a cell can hold, and what is alike told once."""

import html
from collections.abc import Callable, Iterable, Sequence
from typing import TypeVar

from snippets.publish.markup import render

FEW = 4
K = TypeVar("K")
V = TypeVar("V")


class Unknown(Exception):
    """What a directive names and nothing is called: what was found; if a kind says more, what it expects, and a fix."""

    def __init__(self, found: str, expected: str = "", fix: str = "correct the line") -> None:
        super().__init__(found)
        self.expected, self.fix = expected, fix


def table(rows: Sequence[Sequence[str]]) -> str:
    """A Markdown table; the first row is its head."""
    head, *body = rows
    lines = [head, ["---"] * len(head), *body]
    return "\n".join(f"| {' | '.join(cell.replace(chr(10), ' ') for cell in line)} |" for line in lines)


def code(text: str) -> str:
    """The first line of `text` as inline code that a table can hold."""
    line = text.partition("\n")[0]
    if "|" in line or "`" in line:  # engines of Markdown disagree on a bar in inline code in a table
        return f"<code>{html.escape(line).replace('|', '&#124;').replace('`', '&#96;')}</code>"
    return f"`{line}`"


def grouped(pairs: Iterable[tuple[K, V]]) -> dict[K, list[V]]:
    """{key: its values}, both in their order."""
    groups: dict[K, list[V]] = {}
    for key, value in pairs:
        groups.setdefault(key, []).append(value)
    return groups


def alike(names: Iterable[str], column: Callable[[str], tuple[str, ...]]) -> list[tuple[list[str], tuple[str, ...]]]:
    """`names` in their order, those with the same `column` together."""
    return [(members, same) for same, members in grouped((column(name), name) for name in names).items()]


def first_few(names: Sequence[str], few: int = FEW) -> str:
    """The first of `names`, and how many there are beside them."""
    return ", ".join(names[:few]) + (f" and {len(names) - few} more" if len(names) > few else "")


def folded(title: str, entries: Iterable[str], listed: bool = False) -> str:
    """A line that opens to `entries`, in one paragraph or as a list: all of them would fill a phone's screen."""
    return render("html", "folded", title=title, entries=entries, listed=listed)
