"""What a page's calls do, at a glance: memory, dtype, what they accept, what fails, cut out of the matrix.

::: glance methods/from_numpy
"""

import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

from snippets.matrix.axes import DTYPES, METHODS, Dtype, Method
from snippets.matrix.script import methods_for
from snippets.problem import nearest
from snippets.publish.rows import Unknown, code, table
from snippets.publish.spans import bare, notes
from snippets.publish.tables import FEW
from snippets.recorded.cells import Matrix, Result

BELOW = (
    "For each dtype in each layout, see [the end of this page](#every-dtype-in-every-layout); "
    "for the words, see [the matrix](/reference/behaviour.md)."
)
SIZED = re.compile(r"(?P<stem>[a-z]+)(?P<bits>\d+)")
SWAPPED = "_swapped"
WORKS = ("shares", "copies")


def methods_of(page: str, matrix: Matrix) -> list[Method]:
    """The methods that `page` explains, the first alone where they are many; raises Unknown where there are none."""
    methods = [method for method in METHODS if method.page == page and method.direction != "operators"]
    if not methods:
        pages = {method.page for method in METHODS if method.page}
        raise Unknown(f"no method has the page {page!r}; {nearest(page, pages)}")
    return methods if len(methods) <= 3 else methods[:1]


def glance(page: str, matrix: Matrix) -> str:
    """What the calls of `page` do, a column a call; raises Unknown."""
    methods = methods_of(page, matrix)
    columns = [_column(_measured(method, matrix), matrix) for method in methods]
    head = ["call", *(code(method.call.format(dtype="…")) for method in methods)]
    rows = [[name, *(column[name] for column in columns)] for name in columns[0]]
    return table([head, *(row for row in rows if any(row[1:]))])


def glance_and_where(page: str, matrix: Matrix) -> str:
    """The table at a glance, and below it where all of it stands; raises Unknown."""
    return f"{glance(page, matrix)}\n\n{BELOW}"


@dataclass(frozen=True)
class Measured:
    """One method: its dtypes, what it does to each where it is contiguous, and to float32 in each layout."""

    method: Method
    dtypes: Mapping[str, Dtype]
    plain: Mapping[str, Result]
    layouts: Mapping[str, Result]

    @cached_property
    def left(self) -> list[str]:
        """The dtypes that stay an array, though a tensor was asked for."""
        to_torch = self.method.direction == "to_torch"
        return [name for name, result in self._passing.items() if to_torch and result.type == "ndarray"]

    @cached_property
    def works(self) -> Mapping[str, Result]:
        """The dtypes that become what was asked for, with what comes out."""
        return {name: result for name, result in self._passing.items() if name not in self.left}

    @property
    def _passing(self) -> Mapping[str, Result]:
        return {name: result for name, result in self.plain.items() if result.outcome in WORKS}

    def listed(self, names: Iterable[str]) -> str:
        """Dtypes or layouts, short; "none"."""
        names = list(names)
        return ", ".join(series(names, list(dict.fromkeys([*self.dtypes, *names])))) or "none"

    def where(self, results: Mapping[str, Result], test: Callable[[Result], bool]) -> str:
        """The names of the `results` that pass `test`."""
        return self.listed(name for name, result in results.items() if test(result))


def _measured(method: Method, matrix: Matrix) -> Measured:
    cells = {key: result for key, result in matrix.cells.items() if key[0] == method.name}
    dtypes = {dtype.name: dtype for dtype in DTYPES if method in methods_for(dtype)}
    dtypes = {name: dtype for name, dtype in dtypes.items() if (method.name, name, "contiguous") in cells}
    plain = {name: cells[method.name, name, "contiguous"] for name in dtypes}
    layouts = {layout: result for (_, dtype, layout), result in cells.items() if dtype == "float32"}
    return Measured(method, dtypes, plain, layouts)


def _column(call: Measured, matrix: Matrix) -> Mapping[str, str]:
    """{row: what it says of a call}; a row in which no call says anything is left out."""
    plain, layouts, works = call.plain, call.layouts, call.works
    shares = any(result.outcome == "shares" for result in works.values())
    copied = [name for name, result in layouts.items() if shares and result.outcome == "copies"]
    wrong = [name for name, result in plain.items() if _is_wrong(result)]
    return {
        "memory": _memory(call),
        "layouts that copy": call.listed(copied) if copied else "",
        "dtype": _dtype(call),
        "accepts": call.listed(works),
        "leaves as an array": call.listed(call.left) if call.left else "",
        "refuses": call.where(plain, lambda result: result.outcome == "raises"),
        "dtypes with other values": call.listed(wrong) if wrong else "",
        "float32 layouts that raise or crash": call.where(layouts, lambda each: each.outcome in ("raises", "crashes")),
        "layouts that warn": call.where(layouts, lambda result: result.event == "warns"),
        "layouts with other values": call.where(layouts, _is_wrong),
        "device": ", ".join(sorted({f"`{result.device}`" for result in works.values() if result.device})),
        "requires grad": "yes" if any(result.requires_grad for result in works.values()) else "no",
        "other releases": _other_releases(call, matrix),
    }


def _is_wrong(result: Result) -> bool:
    return result.outcome in ("wrong", "uninitialized")


def _memory(call: Measured) -> str:
    """The outcome of all dtypes, or the dtypes of each outcome."""
    names = {outcome: [name for name, result in call.works.items() if result.outcome == outcome] for outcome in WORKS}
    told = {outcome: dtypes for outcome, dtypes in names.items() if dtypes}
    return "; ".join(
        outcome if len(dtypes) == len(call.works) else f"{outcome}: {call.listed(dtypes)}"
        for outcome, dtypes in told.items()
    )


def _dtype(call: Measured) -> str:
    """Whether the dtype is kept, and what it becomes."""
    kept = [name for name, result in call.works.items() if bare(result.dtype) == (call.dtypes[name].torch or None)]
    results = {result.dtype for name, result in call.works.items() if name not in kept}
    if not results:
        return "kept"
    if results == {None}:
        return "Python numbers"
    others = sorted(bare(dtype) for dtype in results)
    kept = [name for name in kept if others != [name]]  # where all become one dtype, that one is no other
    return f"`{'`, `'.join(others)}`" + (f"; kept: {call.listed(kept)}" if kept else "")


def _other_releases(call: Measured, matrix: Matrix) -> str:
    """What cells do with other releases, with the dtypes, or the layouts of float32, that do so."""
    name = call.method.name
    cells = {dtype: (name, dtype, "contiguous") for dtype in call.plain}
    cells |= {layout: (name, "float32", layout) for layout in call.layouts if layout != "contiguous"}
    by_notes: dict[str, list[str]] = {}
    for entry, key in cells.items():
        if other := notes(key, matrix):
            by_notes.setdefault(other, []).append(entry)
    return "; ".join(f"{call.listed(names)}: {other}" for other, names in by_notes.items())


def series(names: Sequence[str], every: Sequence[str]) -> list[str]:
    """`names` out of `every` as code, short: "`int8` to `int64`", and all that are in the other byte order in words."""
    swapped = {name for name in every if name.endswith(SWAPPED)}
    mine, twins = swapped & set(names), swapped & {f"{name}{SWAPPED}" for name in names}
    if len(mine) > FEW and (mine == twins or len(swapped - mine) < FEW):
        others = series([name for name in names if name not in mine], every)
        if mine == twins:
            return [*others, "the same in the other byte order"]
        but = [f"`{name}`" for name in every if name in swapped - mine]
        return [*others, "every dtype in the other byte order" + (f" but {' and '.join(but)}" if but else "")]
    told = list[str]()
    for stem in dict.fromkeys(_stem_and_bits(name)[0] for name in names):
        have, whole = (
            sorted((name for name in group if _stem_and_bits(name)[0] == stem), key=_stem_and_bits)
            for group in (names, every)
        )
        start = whole.index(have[0])
        together = len(have) > 2 and whole[start : start + len(have)] == have
        told += [f"`{have[0]}` to `{have[-1]}`"] if together else [f"`{name}`" for name in have]
    return told


def _stem_and_bits(name: str) -> tuple[str, int]:
    sized = SIZED.fullmatch(name)
    return (sized["stem"], int(sized["bits"])) if sized else (name, 0)
