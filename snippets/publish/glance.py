"""What a page's calls do, at a glance: memory, dtype, what they accept, what fails, cut out of the matrix.

::: glance methods/from_numpy
"""

from collections.abc import Callable, Collection, Iterable, Mapping, Sequence

from snippets.matrix.axes import AXES, CROSSINGS, METHODS, Dtype, Method
from snippets.publish.markup import code
from snippets.publish.rows import grouped, named, series, table
from snippets.publish.spans import bare, notes
from snippets.store.record import Record
from snippets.store.types import Result

BELOW = "What each word means: [the matrix](/reference/behaviour.md)"
WRONG = ("wrong", "uninitialized")


def glance_and_where(page: str, records: Record) -> str:
    """The table at a glance, and below it where all of it stands; raises Unknown."""
    return f"{glance(page, records)}\n\n{BELOW}"


def glance(page: str, records: Record) -> str:
    """What the calls of `page` do, a column a call, the first alone where they are many; raises Unknown."""
    pages = grouped((method.page, method) for method in METHODS if method.page and method.direction in CROSSINGS)
    methods = named(page, pages, "page of a method")
    methods = methods if len(methods) <= 3 else methods[:1]
    columns = [_column(method, records) for method in methods]
    rows = ([name, *(column[name] for column in columns)] for name in columns[0])
    head = [code(method.call.format(dtype="…")) for method in methods]
    return table(["call", *head], (row for row in rows if any(row[1:])))


def _column(method: Method, records: Record) -> Mapping[str, str]:
    """{row: what it says of a call}; a row in which no call says anything is left out."""
    cells = {key[1:]: result for key, result in records.matrix.cells.items() if key[0] == method.name}
    dtypes = AXES[method.direction].dtypes
    plain = {name: cells[name, "contiguous"] for name in dtypes if (name, "contiguous") in cells}
    layouts = {layout: result for (dtype, layout), result in cells.items() if dtype == "float32"}
    passing = _with_outcome(plain, "shares", "copies")
    left = [name for name in passing if method.direction == "to_torch" and plain[name].type == "ndarray"]
    works = {name: plain[name] for name in passing if name not in left}

    def listed(names: Iterable[str], none: str = "none") -> str:
        names = list(names)
        return ", ".join(series(names, list(dict.fromkeys([*plain, *names])))) or none

    def lying(*outcomes: str) -> str:
        """The float32 layouts with these outcomes, as a reader calls them."""
        return _words(method, _with_outcome(layouts, *outcomes))

    def called(names: Sequence[str]) -> str:
        """Dtypes and layouts with the same note."""
        if {*works} <= {*names}:
            return "all that it takes"
        dtypes = listed([name for name in names if name in plain], "")
        return ", ".join(filter(None, (dtypes, _words(method, {*names} & {*layouts}))))

    warned = [name for name, result in layouts.items() if result.event == "warns"]
    keys = {layout: (method.name, "float32", layout) for layout in layouts if layout != "contiguous"}
    keys = {name: (method.name, name, "contiguous") for name in plain} | keys
    others = grouped((other, name) for name, key in keys.items() if (other := notes(key, records)))
    what = "arrays" if method.direction == "to_torch" else "tensors"
    devices = {result.device for result in works.values() if result.device} - {"cpu"}
    return {
        "memory": _memory(works, listed),
        f"float32 {what} that it copies": lying("copies") if _with_outcome(works, "shares") else "",
        "dtype": _dtype(dtypes, works, listed),
        "takes": listed(works),
        "leaves as an array": listed(left, ""),
        "refuses": listed(_with_outcome(plain, "raises"), ""),
        "gives other numbers for": listed(_with_outcome(plain, *WRONG), ""),
        f"float32 {what} that it refuses": lying("raises"),
        f"float32 {what} that end the interpreter": lying("crashes"),
        f"float32 {what} that it warns of": _words(method, warned),
        f"float32 {what} that give other numbers": lying(*WRONG),
        "device": ", ".join(map(code, sorted(devices))),
        "requires grad": "yes" if any(result.requires_grad for result in works.values()) else "",
        "other releases": "; ".join(f"{called(names)}: {other}" for other, names in others.items()),
    }


def _memory(works: Mapping[str, Result], listed: Callable[[Iterable[str]], str]) -> str:
    """Whether a call shares or copies what it takes, by dtype where it does both."""
    outcomes = {outcome: _with_outcome(works, outcome) for outcome in ("shares", "copies")}
    told = (
        outcome if len(names) == len(works) else f"{outcome}: {listed(names)}"
        for outcome, names in outcomes.items()
        if names
    )
    return "; ".join(told)


def _words(method: Method, names: Collection[str]) -> str:
    """Layouts as a reader calls them; of an empty array or tensor there is no memory to speak of."""
    layouts = {name: layout.words for name, layout in AXES[method.direction].layouts.items() if name != "empty"}
    others = [words for name, words in layouts.items() if name not in names]
    if len(others) < len(layouts) / 4:
        return f"all but those that are {', '.join(others)}" if others else "all"
    return ", ".join(words for name, words in layouts.items() if name in names)


def _with_outcome(results: Mapping[str, Result], *outcomes: str) -> list[str]:
    return [name for name, result in results.items() if result.outcome in outcomes]


def _dtype(dtypes: Mapping[str, Dtype], works: Mapping[str, Result], listed: Callable[[Iterable[str]], str]) -> str:
    """Whether the dtype is kept, and what it becomes."""
    kept = [name for name, result in works.items() if bare(result.dtype) == (dtypes[name].torch or None)]
    results = {result.dtype for name, result in works.items() if name not in kept}
    if not results:
        return "kept"
    if results == {None}:
        return "Python numbers"
    others = sorted(map(bare, results))
    kept = [name for name in kept if others != [name]]  # where all become one dtype, that one is no other
    return f"`{'`, `'.join(others)}`" + (f"; kept: {listed(kept)}" if kept else "")
