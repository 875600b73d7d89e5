"""Tables cut out of the matrix, as Markdown. Pure: what they show was measured, and what is alike is told once.

::: calls from_numpy/float64/contiguous …   what to write for what you have, a cell a row
::: glance methods/from_numpy               what the page's calls do, at a glance
::: matrix method=from_numpy                every dtype and layout of one call
::: matrix dtype=float32 layout=reversed    every call on one array
::: dtypes to_torch                         the map of dtypes in one direction
::: errors to_torch                         every message of one direction, explained
::: cures negative_stride …                 messages and what to write, a message a row

A link in a table begins at docs/, with "/": `expand` makes it one that starts at the page.
"""

import html
import re
from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from functools import lru_cache

from snippets.matrix.axes import DTYPES, LAYOUTS, METHODS, Dtype, Layout, Method
from snippets.matrix.messages import given_in
from snippets.matrix.script import expression, methods_for
from snippets.problem import nearest
from snippets.recorded.cells import Key, Matrix, Result
from snippets.recorded.pairs import Span

AXES: dict[str, Sequence[Method | Dtype | Layout]] = {"method": METHODS, "dtype": DTYPES, "layout": LAYOUTS}
KINDS_OF_ENTRY = ("call", "dtype", "layout")
DIRECTIONS = ("to_torch", "to_numpy", "operators")
FEW = 4
RELEASES = "other releases"
BELOW = (
    "For each dtype in each layout, see [the end of this page](#every-dtype-in-every-layout); "
    "for the words, see [the matrix](/reference/behaviour.md)."
)
GROUPS = tuple(dict.fromkeys(method.group for method in METHODS if method.group))
EMPHASIS, ESCAPED = re.compile("([_*])"), r"\\\1"
WHERE = "`python -m snippets list matrix` shows the methods, snippets/matrix/*.toml everything"
MAPPED = {
    "to_torch": ("from_numpy", "tensor", "from_dlpack", "frombuffer", "tensor_constructor"),
    "to_numpy": ("numpy", "numpy_force", "np_from_dlpack", "tolist"),
}


class Unknown(Exception):
    """A cut of the matrix that does not exist: what is expected, what was found, and the nearest name."""


def methods_of(page: str) -> list[Method]:
    """The methods that `page` explains."""
    return [method for method in METHODS if method.page == page and method.direction != "operators"]


def cut(argument: str, matrix: Matrix) -> str:
    """The table that `::: matrix ARGUMENT` asks for, to a tensor where both directions have it; raises Unknown."""
    fixed = {}
    for part in argument.split():
        name, sign, value = part.partition("=")
        known = {"direction": DIRECTIONS, "group": GROUPS}.get(name, [one.name for one in AXES.get(name, ())])
        if not sign or name not in ("direction", "group", *AXES):
            raise Unknown(f"{part!r}: write method=, dtype=, layout=, direction= or group=, and a name")
        if value not in known:
            raise Unknown(f"no {name} {value!r}; {nearest(value, known, WHERE)}")
        fixed[name] = value
    place = list(AXES)
    given, group = fixed.pop("direction", ""), fixed.pop("group", "")
    by_direction: dict[str, list[Key]] = {direction: [] for direction in DIRECTIONS if given in ("", direction)}
    wanted = [(place.index(name), value) for name, value in fixed.items()]
    for key in matrix.cells:
        method = BY_NAME[key[0]]
        here = method.direction in by_direction and group in ("", method.group)
        if here and all(key[position] == value for position, value in wanted):
            by_direction[method.direction].append(key)
    keys = next(filter(None, by_direction.values()), [])
    free = [name for name in AXES if name not in fixed]
    if not keys or not 1 <= len(free) <= 2:
        raise Unknown(f"{argument!r} names {len(keys):,} cells; fix one or two of method, dtype and layout")
    if len(free) == 1:
        return details(keys, place.index(free[0]), matrix)
    down, across = ("layout", "dtype") if "layout" in free and "dtype" in free else ("method", free[-1])
    return grid(keys, place.index(down), place.index(across), matrix)


def direction_of(key: Key) -> str:
    """The direction of a cell."""
    return BY_NAME[key[0]].direction


BY_NAME = {method.name: method for method in METHODS}
DTYPE_OF: dict[tuple[str, str], Dtype] = {(dtype.direction, dtype.name): dtype for dtype in DTYPES}
LAYOUT_OF: dict[tuple[str, str], Layout] = {(layout.direction, layout.name): layout for layout in LAYOUTS}


def label(position: int, name: str, key: Key) -> str:
    """What a table calls the entry `name` of an axis: a call by its code, anything else by its name."""
    direction = direction_of(key)
    if position:
        return code(name.replace("_", "/") if direction == "operators" and position == 1 else name)
    return code(expression(BY_NAME[name], DTYPE_OF[direction, key[1]], LAYOUT_OF[direction, key[2]]))


def _in_either_order(position: int, name: str, key: Key) -> str:
    """The same where a table has a column for each order of array and tensor: a call of x and y."""
    return LAYOUT_OF[direction_of(key), name].about if position else code(BY_NAME[name].call.format(x="x", y="y"))


def word(result: Result) -> str:
    """A cell in a few words: the outcome, and what has to be told beside it."""
    said = [f"**{result.outcome}**" if result.outcome in ("crashes", "wrong", "uninitialized") else result.outcome]
    if result.memory is None and result.dtype:
        said = [f"{result.outcome}, {result.dtype.removeprefix('torch.')}"]
    if result.event == "warns":
        said.append("warns")
    if result.writable == "crashes":
        said.append("a write crashes")
    if result.in_place:
        said.append(result.in_place)
    if result.memory is None and result.values == "differ":
        said.append("**not what NumPy gives**")
    return ", ".join(said)


def noted(key: Key, matrix: Matrix) -> str:
    """A cell in a few words, and what it is since or before another release where those are other words."""
    notes = releases(key, matrix)
    return f"{word(matrix.cells[key])} ({notes})" if notes else word(matrix.cells[key])


def releases(key: Key, matrix: Matrix) -> str:
    """What a cell is since or before another release, where those are other words; else ""."""
    said, span, notes = word(matrix.cells[key]), matrix.spans.get(key, Span()), []
    if isinstance(span.later, Result) and (later := word(span.later)) != said:
        notes.append(f"{later} since {span.changed}")
    if isinstance(span.earlier, Result) and (earlier := word(span.earlier)) != said:
        notes.append(f"{earlier} before {span.since}")
    return "; ".join(notes)


def code(text: str) -> str:
    """The first line of `text` as inline code that a table can hold."""
    line = text.partition("\n")[0]
    if "|" in line or "`" in line:  # engines of Markdown disagree on a bar in inline code in a table
        return f"<code>{html.escape(line).replace('|', '&#124;').replace('`', '&#96;')}</code>"
    return f"`{line}`"


def table(rows: Sequence[Sequence[str]]) -> str:
    """A Markdown table; the first row is its head."""
    head, *body = rows
    lines = [head, ["---"] * len(head), *body]
    return "\n".join(f"| {' | '.join(cell.replace(chr(10), ' ') for cell in line)} |" for line in lines)


def alike(names: Iterable[str], column: Callable[[str], tuple[str, ...]]) -> list[tuple[list[str], tuple[str, ...]]]:
    """`names` in their order, those with the same `column` together."""
    groups: dict[tuple[str, ...], list[str]] = {}
    for name in names:
        groups.setdefault(column(name), []).append(name)
    return [(members, same) for same, members in groups.items()]


def grid(keys: Sequence[Key], down: int, across: int, matrix: Matrix) -> str:
    """Outcomes over two axes. Rows that are alike are one row, and so are columns."""
    rows, columns = (list(dict.fromkeys(key[position] for key in keys)) for position in (down, across))
    first = keys[0]

    def shown(row: str, column: str) -> str:
        key = list(first)
        key[down], key[across] = row, column
        at = (key[0], key[1], key[2])
        if at not in matrix.cells:
            return "cannot be made"
        if direction_of(at) == "operators" and (notes := releases(at, matrix)):
            released = notes.replace("*", "")
            others.setdefault(released, []).append(f"{label(0, at[0], at)} {at[1].replace('_', '/')}".replace("`", ""))
            return f"{word(matrix.cells[at])} \\*"
        return noted(at, matrix)

    others: dict[str, list[str]] = {}
    grouped = alike(columns, lambda column: tuple(shown(row, column) for row in rows))
    lines = alike(rows, lambda row: tuple(shown(row, members[0]) for members, _ in grouped))
    both_orders = direction_of(first) == "operators" and (down, across) == (0, 2)
    named = _in_either_order if both_orders else label
    head = [KINDS_OF_ENTRY[down], *(", ".join(named(across, one, first) for one in members) for members, _ in grouped)]
    body = [[", ".join(named(down, one, first) for one in members), *same] for members, same in lines]
    told = [f"{said}: {', '.join(dict.fromkeys(where))}" for said, where in others.items()]
    below = f"<details><summary>* with other releases</summary><ul>{''.join(map(_item, told))}</ul></details>"
    return table([head, *body]) + (f"\n\n{below}" if told else "")


def _item(text: str) -> str:
    return f"<li>{html.escape(text)}</li>"


def details(keys: Sequence[Key], position: int, matrix: Matrix) -> str:
    """One axis with all that is known of each cell: outcome, result, warning or error."""

    def told(name: str) -> tuple[str, ...]:
        key = next(key for key in keys if key[position] == name)
        result = matrix.cells[key]
        made = " ".join(filter(None, [result.type, result.dtype])) if result.event != "raises" else ""
        return noted(key, matrix), code(made) if made else "", "<br>".join(map(code, result.messages))

    names = dict.fromkeys(key[position] for key in keys)
    head = [KINDS_OF_ENTRY[position], "outcome", "result", "message"]
    grouped = alike(names, told)
    body = [[", ".join(label(position, one, keys[0]) for one in members), *same] for members, same in grouped]
    return table([head, *body])


def glance(page: str, matrix: Matrix) -> str:
    """What the calls of `page` do, at a glance: memory, dtype, what they accept, what fails; raises Unknown."""
    methods = methods_of(page)
    if not methods:
        raise Unknown(f"no method has the page {page!r}; {nearest(page, {one.page for one in METHODS if one.page})}")
    methods = methods if len(methods) <= 3 else methods[:1]
    columns = [_glance(method, matrix) for method in methods]
    head = ["call", *(code(method.call.format(dtype="…")) for method in methods)]
    rows = [[name, *(column[name] for column in columns)] for name in columns[0]]
    return table([head, *(row for row in rows if any(row[1:]))])


def glance_and_where(page: str, matrix: Matrix) -> str:
    """The table at a glance, and below it where all of it stands; raises Unknown."""
    return f"{glance(page, matrix)}\n\n{BELOW}"


def _glance(method: Method, matrix: Matrix) -> Mapping[str, str]:
    dtypes = [one for one in DTYPES if method in methods_for(one)]
    dtypes = [one for one in dtypes if (method.name, one.name, "contiguous") in matrix.cells]
    plain = {one.name: matrix.cells[method.name, one.name, "contiguous"] for one in dtypes}
    works = {name: result for name, result in plain.items() if result.outcome in ("shares", "copies")}
    left = [name for name, one in works.items() if method.direction == "to_torch" and one.type == "ndarray"]
    works = {name: result for name, result in works.items() if name not in left}
    layouts = {key[2]: result for key, result in matrix.cells.items() if key[0] == method.name and key[1] == "float32"}

    def listed(names: Iterable[str]) -> str:
        some = list(names)
        return ", ".join(series(some, list(dict.fromkeys([*(one.name for one in dtypes), *some])))) or "none"

    def by(outcomes: Mapping[str, Result], test: Callable[[Result], bool]) -> str:
        return listed(name for name, result in outcomes.items() if test(result))

    memory = {
        outcome: [name for name, one in works.items() if one.outcome == outcome] for outcome in ("shares", "copies")
    }
    kept = [one.name for one in dtypes if one.name in works and _same_dtype(one, works[one.name])]
    results = sorted({str(works[name].dtype).removeprefix("torch.") for name in works if name not in kept})
    kept = [name for name in kept if results != [name]]  # where all become one dtype, that one is no other
    copied = [name for name, one in layouts.items() if one.outcome == "copies"] if memory["shares"] else []
    wrong = [name for name, one in plain.items() if one.outcome in ("wrong", "uninitialized")]
    return {
        "memory": "; ".join(
            name if len(names) == len(works) else f"{name}: {listed(names)}" for name, names in memory.items() if names
        ),
        "layouts that copy": listed(copied) if copied else "",
        "dtype": "kept"
        if not results
        else "Python numbers"
        if results == ["None"]
        else f"`{'`, `'.join(results)}`" + (f"; kept: {listed(kept)}" if kept else ""),
        "accepts": listed(works),
        "leaves as an array": listed(left) if left else "",
        "refuses": by(plain, lambda one: one.outcome == "raises"),
        "dtypes with other values": listed(wrong) if wrong else "",
        "float32 layouts that raise or crash": by(layouts, lambda one: one.outcome in ("raises", "crashes")),
        "layouts that warn": by(layouts, lambda one: one.event == "warns"),
        "layouts with other values": by(layouts, lambda one: one.outcome in ("wrong", "uninitialized")),
        "device": ", ".join(sorted({f"`{one.device}`" for one in works.values() if one.device})),
        "requires grad": "yes" if any(one.requires_grad for one in works.values()) else "no",
        RELEASES: "; ".join(
            f"{listed(names)}: {said}" for said, names in _releases(method, list(plain), list(layouts), matrix).items()
        ),
    }


SIZED = re.compile(r"(?P<stem>[a-z]+)(?P<bits>\d+)")
SWAPPED = "_swapped"


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

    def kind(name: str) -> str:
        found = SIZED.fullmatch(name)
        return found["stem"] if found else name

    def bits(name: str) -> int:
        found = SIZED.fullmatch(name)
        return int(found["bits"]) if found else 0

    done = list[str]()
    for one in dict.fromkeys(map(kind, names)):
        some, whole = (sorted((name for name in all_ if kind(name) == one), key=bits) for all_ in (names, every))
        start = whole.index(some[0])
        together = len(some) > 2 and whole[start : start + len(some)] == some
        done += [f"`{some[0]}` to `{some[-1]}`"] if together else [f"`{name}`" for name in some]
    return done


def _releases(method: Method, dtypes: list[str], layouts: list[str], matrix: Matrix) -> dict[str, list[str]]:
    """{what cells do with other releases: the dtypes, or the layouts of float32, that do so}."""
    found: dict[str, list[str]] = {}
    cells = {dtype: (method.name, dtype, "contiguous") for dtype in dtypes}
    cells |= {layout: (method.name, "float32", layout) for layout in layouts if layout != "contiguous"}
    for name, key in cells.items():
        if notes := releases(key, matrix):
            found.setdefault(notes, []).append(name)
    return found


def _same_dtype(dtype: Dtype, result: Result) -> bool:
    return bool(dtype.torch) and str(result.dtype).removeprefix("torch.") == dtype.torch


def calls(argument: str, matrix: Matrix) -> str:
    """What to write for what you have: a row for each cell METHOD/DTYPE/LAYOUT in `argument`; raises Unknown."""
    rows = [["you have", "write", "memory", "result"]]
    for name in argument.split():
        method, dtype, layout, *more = [*name.split("/"), "", ""]
        result = matrix.cells.get((method, dtype, layout))
        if result is None or any(more):
            near = nearest(name, ("/".join(key) for key in matrix.cells), WHERE)
            raise Unknown(f"no cell {name!r}; {near}")
        key = (method, dtype, layout)
        of = BY_NAME[method]
        source = code(dtype) + (" array" if of.direction == "to_torch" else " tensor")
        source += "" if layout == "contiguous" else f", {LAYOUT_OF[of.direction, layout].about}"
        written = label(0, method, key)
        linked = f"[{written}](/{of.page}.md)" if of.page else f"[{written}](/reference/behaviour.md#{method})"
        made = result.dtype or result.type
        rows.append([source, linked, noted(key, matrix), code(made) if made else ""])
    return table(rows)


def cures(argument: str, matrix: Matrix) -> str:
    """What to write where a message stands: a row for each name of an explanation in `argument`; raises Unknown."""
    known = {message.name: message for message in given_in(matrix)}
    rows = [["you see", "write"]]
    for name in argument.split():
        if name not in known:
            raise Unknown(f"no message {name!r}; {nearest(name, known, 'snippets/matrix/messages.toml explains them')}")
        calls = dict.fromkeys(call for _, call in known[name].works)
        more = f"[by dtype](/reference/errors.md#{name})"
        cure = code(next(iter(calls))) if len(calls) == 1 else more
        rows.append([f"[{code(known[name].title)}](/reference/errors.md#{name})", cure])
    return table(rows)


def dtype_map(direction: str, matrix: Matrix) -> str:
    """For each dtype of one direction, what becomes of it by the calls that matter; raises Unknown."""
    if direction not in MAPPED:
        raise Unknown(f"no direction {direction!r}; {nearest(direction, MAPPED, 'write to_torch or to_numpy')}")
    dtypes = [one for one in DTYPES if one.direction == direction]
    methods = [BY_NAME[name] for name in MAPPED[direction]]
    head = ["dtype", *(f"`{method.call.format(dtype='…')}`" for method in methods)]

    def told(name: str) -> tuple[str, ...]:
        return tuple(becomes(matrix, method.name, DTYPE_OF[direction, name]) for method in methods)

    grouped = alike([one.name for one in dtypes], told)
    return table([head, *([", ".join(f"`{name}`" for name in members), *same] for members, same in grouped)])


def becomes(matrix: Matrix, method: str, dtype: Dtype) -> str:
    """Whether a dtype is carried over exactly, widened, narrowed, reinterpreted or refused, and what it becomes.

    Exact keeps the dtype and all values, the extremes included. Widened keeps all values in another dtype, narrowed
    does not. Reinterpreted is: the same bytes, read as other numbers.
    """
    keys = [(method, dtype.name, layout) for layout in ("contiguous", "extremes")]
    now = [matrix.cells.get(key) for key in keys]
    said = _becomes(dtype, *now)
    spans = [matrix.spans.get(key, Span()) for key in keys]
    later = _becomes(dtype, *(_or(span.later, one) for span, one in zip(spans, now, strict=True)))
    earlier = _becomes(dtype, *(_or(span.earlier, one) for span, one in zip(spans, now, strict=True)))
    changed = next((span.changed for span in spans if span.changed), "")
    since = next((span.since for span in spans if span.since), "")
    notes = [f"{later} since {changed}"] if later != said else []
    notes += [f"{earlier} before {since}"] if earlier != said else []
    return f"{said} ({'; '.join(notes)})" if notes else said


def _or(other: object, now: Result | None) -> Result | None:
    return other if isinstance(other, Result) else now


def _becomes(dtype: Dtype, plain: Result | None, extremes: Result | None) -> str:
    if plain is None:
        return "torch has no such dtype"
    if plain.event in ("raises", "crashes"):
        return "refused" if plain.event == "raises" else "**crashes**"
    if plain.type in ("list", "ndarray") and plain.dtype is None:
        return "Python objects"
    kept = extremes is None or extremes.values == "equal"
    if plain.values != "equal" and plain.memory == "shares":
        return "**reinterpreted**"
    if plain.type == "ndarray" and dtype.direction == "to_torch":
        return "stays an array"
    if str(plain.dtype).removeprefix("torch.") == dtype.torch and kept:
        return "exact"
    kept = kept and plain.values == "equal"
    return f"{'widened' if kept else 'narrowed'} to `{str(plain.dtype).removeprefix('torch.')}`"


def errors(direction: str, matrix: Matrix) -> str:
    """Every warning and error that one direction gives most, by frequency: text, cause, cure; raises Unknown."""
    if direction not in DIRECTIONS:
        raise Unknown(f"no direction {direction!r}; {nearest(direction, DIRECTIONS, 'write ' + ', '.join(DIRECTIONS))}")
    given = given_in(matrix)
    here = [
        message
        for message, cells in given.items()
        if Counter(direction_of(key) for _, key in cells).most_common(1)[0][0] == direction
    ]
    sections = []
    for message in sorted(here, key=lambda one: -len(given[one])):
        (text, _), *more = Counter(text for text, _ in given[message]).most_common()
        methods = list(dict.fromkeys(label(0, key[0], key) for _, key in given[message]))
        worded = [matrix.wording[one] for one, _ in given[message] if one in matrix.wording]
        others = [f"With {matrix.newest}: {code(one)}" for one in worded]
        for span in (matrix.spans.get(key, Span()) for _, key in given[message]):
            if isinstance(span.later, Result) and span.later.messages:
                others.append(f"Since {span.changed}: {code(span.later.messages[-1])}")
        full = "<br>".join(code(line) for line in text.split("\n") if line.strip())
        variants = f" ({len(more)} more with other names or numbers)" if more else ""
        dtypes: dict[str, list[str]] = {}
        for dtype, call in message.works:
            dtypes.setdefault(call, []).append(code(dtype) if dtype else "any")
        calls = table([["dtype", "write"], *([", ".join(names), code(call)] for call, names in dtypes.items())])
        sections += [
            f"### {EMPHASIS.sub(ESCAPED, message.title)} {{#{message.name}}}",
            full + variants,
            *dict.fromkeys(others),
            message.cause,
            *([calls] if message.works else []),
            *([message.instead] if message.instead else []),
            *(
                [f"More: [{message.page.rpartition('/')[2].replace('_', ' ')}](/{message.page}.md)"]
                if message.page
                else []
            ),
            f"Said by: {', '.join(methods)}"
            if len(methods) <= FEW
            else folded(f"Said by {len(methods)} calls", methods),
        ]
    return "\n\n".join(sections)


def folded(title: str, codes: Sequence[str]) -> str:
    """A line that opens to `codes`: a list of every call would fill a phone's screen."""
    inner = ", ".join(one if one.startswith("<") else f"<code>{html.escape(one.strip('`'))}</code>" for one in codes)
    return f"<details><summary>{title}</summary><p>{inner}</p></details>"


TABLES: dict[str, Callable[[str, Matrix], str]] = {
    "calls": calls,
    "cures": cures,
    "glance": glance_and_where,
    "matrix": cut,
    "dtypes": dtype_map,
    "errors": errors,
}


@lru_cache(maxsize=256)  # a page is checked, built and copied out of the same tables; `make serve` meets new matrices
def table_of(kind: str, argument: str, matrix: Matrix) -> str:
    """What `::: KIND ARGUMENT` shows, as Markdown; raises Unknown, and KeyError for an unknown kind."""
    return TABLES[kind](argument, matrix)
