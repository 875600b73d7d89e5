"""Tables cut out of the matrix, as Markdown. Pure: what they show was measured, and what is alike is told once.

::: calls from_numpy/float64/contiguous …   what to write for what you have, a cell a row
::: matrix method=from_numpy                every dtype and layout of one call
::: matrix dtype=float32 layout=reversed    every call on one array
::: dtypes to_torch                         the map of dtypes in one direction

A link in a table begins at docs/, with "/": its directive makes it one that starts at the page.
"""

from collections.abc import Mapping, Sequence

from snippets.matrix.axes import DTYPES, LAYOUTS, METHODS, Dtype, Layout, Method
from snippets.matrix.script import WHERE, expression
from snippets.problem import nearest
from snippets.publish.rows import Unknown, alike, code, folded, table
from snippets.publish.spans import bare, noted, notes, since_and_before, with_notes, word
from snippets.store.differences import Span
from snippets.store.record import Record
from snippets.store.types import Key, Result

AXES: dict[str, Sequence[Method | Dtype | Layout]] = {"method": METHODS, "dtype": DTYPES, "layout": LAYOUTS}
HEADS = ("call", "dtype", "layout")
METHOD, DTYPE, LAYOUT = range(3)  # places in a Key
DIRECTIONS = ("to_torch", "to_numpy", "operators")
GROUPS = tuple(dict.fromkeys(method.group for method in METHODS if method.group))
NAMES = {axis: [entry.name for entry in entries] for axis, entries in AXES.items()}
NAMES |= {"direction": list(DIRECTIONS), "group": list(GROUPS)}
MAPPED = {
    "to_torch": ("from_numpy", "tensor", "from_dlpack", "frombuffer", "tensor_constructor"),
    "to_numpy": ("numpy", "numpy_force", "np_from_dlpack", "tolist"),
}
BY_NAME = {method.name: method for method in METHODS}
DTYPE_OF: dict[tuple[str, str], Dtype] = {(dtype.direction, dtype.name): dtype for dtype in DTYPES}
LAYOUT_OF: dict[tuple[str, str], Layout] = {(layout.direction, layout.name): layout for layout in LAYOUTS}


def direction_of(key: Key) -> str:
    """The direction of a cell."""
    return BY_NAME[key[METHOD]].direction


def label(axis: int, name: str, key: Key) -> str:
    """What a table calls the entry `name` of an axis: a call by its code, anything else by its name."""
    direction = direction_of(key)
    if axis != METHOD:
        return code(name.replace("_", "/") if direction == "operators" and axis == DTYPE else name)
    return code(expression(BY_NAME[name], DTYPE_OF[direction, key[DTYPE]], LAYOUT_OF[direction, key[LAYOUT]]))


def _in_either_order(axis: int, name: str, key: Key) -> str:
    """The same where a table has a column for each order of array and tensor: a call of x and y."""
    return LAYOUT_OF[direction_of(key), name].about if axis else code(BY_NAME[name].call.format(x="x", y="y"))


def cells_of(argument: str, records: Record) -> tuple[Sequence[Key], Sequence[int]]:
    """The cells that `::: matrix ARGUMENT` shows, and the axes on which they differ; raises Unknown.

    Where both directions have such cells, these are the ones to a tensor.
    """
    fixed = dict(_fixed(part) for part in argument.split())
    methods = {method.name: method.direction for method in METHODS if _has(method, fixed)}
    dtype, layout = fixed.get("dtype"), fixed.get("layout")
    keys = [key for key in records.matrix.cells if key[METHOD] in methods]
    keys = [key for key in keys if dtype in (None, key[DTYPE]) and layout in (None, key[LAYOUT])]
    direction = min((methods[key[METHOD]] for key in keys), key=DIRECTIONS.index, default="")
    keys = [key for key in keys if methods[key[METHOD]] == direction]
    free = [place for place, axis in enumerate(AXES) if axis not in fixed]
    if not keys or not 1 <= len(free) <= 2:
        raise Unknown(f"{argument!r} names {len(keys):,} cells; fix one or two of method, dtype and layout")
    return keys, free


def _has(method: Method, fixed: Mapping[str, str]) -> bool:
    own = {"method": method.name, "direction": method.direction, "group": method.group}
    return all(fixed.get(name, value) == value for name, value in own.items())


def _fixed(part: str) -> tuple[str, str]:
    axis, sign, name = part.partition("=")
    if not sign or axis not in NAMES:
        raise Unknown(f"{part!r}: write method=, dtype=, layout=, direction= or group=, and a name")
    if name not in NAMES[axis]:
        raise Unknown(f"no {axis} {name!r}; {nearest(name, NAMES[axis], WHERE)}")
    return axis, name


def cut(argument: str, records: Record) -> str:
    """The table that `::: matrix ARGUMENT` asks for; raises Unknown."""
    keys, free = cells_of(argument, records)
    if len(free) == 1:
        return details(keys, free[0], records)
    down, across = (LAYOUT, DTYPE) if free == [DTYPE, LAYOUT] else (METHOD, free[-1])
    return grid(keys, down, across, records)


def grid(keys: Sequence[Key], down: int, across: int, records: Record) -> str:
    """Outcomes over two axes. Rows that are alike are one row, and so are columns."""
    first = keys[0]
    operators = direction_of(first) == "operators"
    released: dict[str, list[str]] = {}  # below the table of operators, so that its cells stay short

    def shown(row: str, column: str) -> str:
        at = {down: row, across: column}
        key = (at.get(METHOD, first[METHOD]), at.get(DTYPE, first[DTYPE]), at.get(LAYOUT, first[LAYOUT]))
        if key not in records.matrix.cells:
            return "cannot be made"
        if operators and (other := notes(key, records)):
            where = f"{label(METHOD, key[METHOD], key)} {key[DTYPE].replace('_', '/')}"
            released.setdefault(other.replace("*", ""), []).append(where.replace("`", ""))
            return f"{word(records.matrix.cells[key])} \\*"
        return noted(key, records)

    rows, columns = (list(dict.fromkeys(key[axis] for key in keys)) for axis in (down, across))
    grouped = alike(columns, lambda column: tuple(shown(row, column) for row in rows))
    lines = alike(rows, lambda row: tuple(shown(row, members[0]) for members, _ in grouped))
    named = _in_either_order if operators and (down, across) == (METHOD, LAYOUT) else label
    head = [HEADS[down], *(", ".join(named(across, name, first) for name in members) for members, _ in grouped)]
    body = [[", ".join(named(down, name, first) for name in members), *same] for members, same in lines]
    below = [f"{other}: {', '.join(dict.fromkeys(where))}" for other, where in released.items()]
    return table([head, *body]) + (f"\n\n{folded('* with other releases', below, listed=True)}" if below else "")


def details(keys: Sequence[Key], axis: int, records: Record) -> str:
    """One axis with all that is known of each cell: outcome, result, warning or error."""
    by_name = {key[axis]: key for key in reversed(keys)}

    def known(name: str) -> tuple[str, ...]:
        result = records.matrix.cells[by_name[name]]
        made = " ".join(filter(None, [result.type, result.dtype])) if result.event != "raises" else ""
        return noted(by_name[name], records), code(made) if made else "", "<br>".join(map(code, result.messages))

    head = [HEADS[axis], "outcome", "result", "message"]
    grouped = alike(dict.fromkeys(key[axis] for key in keys), known)
    return table([head, *([", ".join(label(axis, name, keys[0]) for name in names), *same] for names, same in grouped)])


def cells_named(argument: str, records: Record) -> Sequence[Key]:
    """The cells METHOD/DTYPE/LAYOUT that `::: calls ARGUMENT` names; raises Unknown."""
    keys = []
    for name in argument.split():
        method, dtype, layout, *more = [*name.split("/"), "", ""]
        if (method, dtype, layout) not in records.matrix.cells or any(more):
            raise Unknown(f"no cell {name!r}; {nearest(name, ('/'.join(key) for key in records.matrix.cells), WHERE)}")
        keys.append((method, dtype, layout))
    return keys


def calls(argument: str, records: Record) -> str:
    """What to write for what you have: a row for each cell in `argument`; raises Unknown."""
    rows = [["you have", "write", "memory", "result"]]
    for key in cells_named(argument, records):
        method, result = BY_NAME[key[METHOD]], records.matrix.cells[key]
        source = code(key[DTYPE]) + (" array" if method.direction == "to_torch" else " tensor")
        source += "" if key[LAYOUT] == "contiguous" else f", {LAYOUT_OF[method.direction, key[LAYOUT]].about}"
        made = result.dtype or result.type
        written = f"[{label(METHOD, method.name, key)}]({page_of(method)})"
        rows.append([source, written, noted(key, records), code(made) if made else ""])
    return table(rows)


def page_of(method: Method) -> str:
    """Where a call is explained, from docs/ on."""
    return f"/{method.page}.md" if method.page else f"/reference/behaviour.md#{method.name}"


def mapped(direction: str, records: Record) -> Sequence[Method]:
    """The calls that the map of dtypes in `direction` compares; raises Unknown."""
    if direction not in MAPPED:
        raise Unknown(f"no direction {direction!r}; {nearest(direction, MAPPED, 'write to_torch or to_numpy')}")
    return [BY_NAME[name] for name in MAPPED[direction]]


def dtype_map(direction: str, records: Record) -> str:
    """For each dtype of one direction, what becomes of it by the calls that matter; raises Unknown."""
    methods = mapped(direction, records)
    dtypes = [dtype.name for dtype in DTYPES if dtype.direction == direction]
    head = ["dtype", *(f"`{method.call.format(dtype='…')}`" for method in methods)]
    grouped = alike(
        dtypes, lambda name: tuple(becomes(records, method.name, DTYPE_OF[direction, name]) for method in methods)
    )
    return table([head, *([", ".join(f"`{name}`" for name in members), *same] for members, same in grouped)])


def becomes(records: Record, method: str, dtype: Dtype) -> str:
    """Whether a dtype is carried over exactly, widened, narrowed, reinterpreted or refused, and what it becomes.

    Exact keeps the dtype and all values, the extremes included. Widened keeps all values in another dtype, narrowed
    does not. Reinterpreted is: the same bytes, read as other numbers.
    """
    keys = [(method, dtype.name, layout) for layout in ("contiguous", "extremes")]
    cells = [records.matrix.cells.get(key) for key in keys]
    spans = [records.cell_spans.get(key, Span()) for key in keys]
    now = _becomes(dtype, *cells)
    later = _becomes(dtype, *(_or(span.later, cell) for span, cell in zip(spans, cells, strict=True)))
    earlier = _becomes(dtype, *(_or(span.earlier, cell) for span, cell in zip(spans, cells, strict=True)))
    changed = next((span.changed for span in spans if span.changed), "")
    since = next((span.since for span in spans if span.since), "")
    return with_notes(now, since_and_before(now, later, changed, earlier, since))


def _or(other: object, cell: Result | None) -> Result | None:
    return other if isinstance(other, Result) else cell


def _becomes(dtype: Dtype, plain: Result | None, extremes: Result | None) -> str:
    if plain is None:
        return "torch has no such dtype"
    if plain.event in ("raises", "crashes"):
        return "refused" if plain.event == "raises" else "**crashes**"
    if plain.type in ("list", "ndarray") and plain.dtype is None:
        return "Python objects"
    if plain.values != "equal" and plain.memory == "shares":
        return "**reinterpreted**"
    if plain.type == "ndarray" and dtype.direction == "to_torch":
        return "stays an array"
    extremes_kept = extremes is None or extremes.values == "equal"
    if bare(plain.dtype) == dtype.torch and extremes_kept:
        return "exact"
    return f"{'widened' if extremes_kept and plain.values == 'equal' else 'narrowed'} to `{bare(plain.dtype)}`"
