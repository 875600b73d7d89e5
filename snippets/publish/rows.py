"""How a table is written: rows as Markdown, what is alike told once, and what a directive names found."""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import TypeVar

from snippets.problem import nearest
from snippets.publish.markup import Target, code, render

FEW = 4
SWAPPED = "_swapped"
DIGITS = "0123456789"
K = TypeVar("K")
V = TypeVar("V")


@dataclass(eq=False)
class Unknown(Exception):
    """What a directive names and nothing is called: what was found, and a fix."""

    found: str
    fix: str


def named(name: str, known: Mapping[str, V], what: str, *where: str) -> V:
    """`known[name]`; raises Unknown with the nearest name, or `where` all of them are shown."""
    if name not in known:
        raise Unknown(f"unknown {what} {name!r}", nearest(name, known, *where))
    return known[name]


def table(head: Sequence[str], rows: Iterable[Sequence[str]]) -> str:
    """A Markdown table."""
    lines = [head, ["---"] * len(head), *rows]
    return "\n".join(f"| {' | '.join(cell.replace(chr(10), ' ') for cell in line)} |" for line in lines)


def grouped(pairs: Iterable[tuple[K, V]]) -> dict[K, list[V]]:
    """{key: its values}, both in their order."""
    groups: dict[K, list[V]] = {}
    for key, value in pairs:
        groups.setdefault(key, []).append(value)
    return groups


def merged(names: Iterable[str], cells: Callable[[str], Sequence[str]], label: Callable[[str], str]) -> list[list[str]]:
    """A row for each of `names` with its cells; those with the same cells are one row."""
    groups = grouped((tuple(cells(name)), name) for name in names)
    return [[", ".join(map(label, members)), *same] for same, members in groups.items()]


def first_few(names: Sequence[str], few: int = FEW) -> str:
    """The first of `names`, and how many there are beside them."""
    return ", ".join(names[:few]) + (f" and {len(names) - few} more" if len(names) > few else "")


def folded(title: str, entries: Iterable[str], listed: bool = False) -> str:
    """A line that opens to `entries`, in one paragraph or as a list: all of them would fill a phone's screen."""
    return render("html", "folded", title=title, entries=entries, listed=listed)


def opens(line: str, shown: str, target: Target) -> str:
    """`shown` behind a line that opens, a heading if it is one; in a copy, below that line."""
    if target == "markdown":
        return f"{line}\n\n{shown}"
    begin = line if line.startswith("#") else f"<summary>{line}</summary>"
    return f'<details markdown="1">\n{begin}\n\n{shown}\n\n</details>'


def series(names: Sequence[str], every: Sequence[str]) -> list[str]:
    """`names` out of `every` as code, short: "`int8` to `int64`", and all that are in the other byte order in words."""
    swapped = [name for name in every if name.endswith(SWAPPED)]
    mine, twins = set(swapped) & set(names), set(swapped) & {f"{name}{SWAPPED}" for name in names}
    rest = [name for name in swapped if name not in mine]
    if len(mine) <= FEW or (mine != twins and len(rest) >= FEW):
        return list(_ranges(names, every))
    others = _ranges([name for name in names if name not in mine], every)
    if mine == twins:
        return [*others, "the same in the other byte order"]
    but = f" but {' and '.join(map(code, rest))}" if rest else ""
    return [*others, f"every dtype in the other byte order{but}"]


def _ranges(names: Sequence[str], every: Sequence[str]) -> Iterator[str]:
    """`names` as code, those that differ in their number as the first and the last if no such name is between."""
    stems = grouped((name.rstrip(DIGITS), name) for name in every)
    for stem in dict.fromkeys(name.rstrip(DIGITS) for name in names):
        whole = sorted(stems[stem], key=lambda name: (len(name), name))
        have = [name for name in whole if name in names]
        start = whole.index(have[0])
        together = len(have) > 2 and whole[start : start + len(have)] == have
        yield from [f"`{have[0]}` to `{have[-1]}`"] if together else map(code, have)
