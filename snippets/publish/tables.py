"""Tables cut out of the matrix, as Markdown. Pure: what they show was measured, and what is alike is told once.

::: calls from_numpy/float64/contiguous …   what to write for what you have, a cell a row
::: jobs                                    what to write for what you want: the rows of jobs.toml
::: matrix method=from_numpy                every dtype and layout of one call
::: matrix dtype=float32 layout=reversed    every call on one array
::: every from_numpy tensor                every dtype and layout of each call, behind a line that opens
::: methods to_torch                        a section for each call of one direction: every dtype and layout
::: layouts to_torch                        what the layouts of one direction are
::: dtypes to_torch                         the map of dtypes in one direction

A link in a table begins at docs/, with "/": its directive makes it one that starts at the page.
"""

import html
import tomllib
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from functools import partial
from pathlib import Path

from snippets.matrix.axes import AXES, CROSSINGS, METHOD_NAMED, METHODS, Dtype, Method
from snippets.matrix.script import WHERE, expression
from snippets.publish.markup import Target, code
from snippets.publish.rows import FEW, Unknown, folded, grouped, merged, named, opens, series, table
from snippets.publish.spans import bare, noted, notes, over_releases, with_notes, word
from snippets.store.record import Record
from snippets.store.types import Key, Result

JOBS = tomllib.loads(Path(__file__).with_name("jobs.toml").read_text(encoding="utf-8"))["jobs"]
METHOD, DTYPE, LAYOUT = range(3)  # places in a Key
SAME, NUMPYS = "the same dtype", "NumPy's dtype"
# What becomes of a dtype, each with a color of its own (site.css); `exact`: it and all values cross as they are.
BECOMES = EXACT, WIDENED, NARROWED, REINTERPRETED, REFUSED = "exact", "widened", "narrowed", "reinterpreted", "refused"
HEADS = ("call", "dtype", "layout")
NAMES: dict[str, Iterable[str]] = {
    "method": METHOD_NAMED,
    "dtype": [name for axes in AXES.values() for name in axes.dtypes],
    "layout": [name for axes in AXES.values() for name in axes.layouts],
    "direction": AXES,
    "group": [method.group for method in METHODS if method.group],
}
MAPPED = {
    "to_torch": ("from_numpy", "tensor", "from_dlpack", "frombuffer", "tensor_constructor"),
    "to_numpy": ("numpy", "numpy_force", "np_from_dlpack", "tolist"),
}
OPENS = "The table: a row a layout, a column a dtype"


def direction_of(key: Key) -> str:
    """The direction of a cell."""
    return METHOD_NAMED[key[METHOD]].direction


def label(axis: int, key: Key, name: str) -> str:
    """What a table calls the entry `name` of an axis: a call by its code, with the source of `key`."""
    direction = direction_of(key)
    if axis == METHOD:
        axes = AXES[direction]
        return code(expression(axes.methods[name], axes.dtypes[key[DTYPE]], axes.layouts[key[LAYOUT]]))
    return code(name.replace("_", "/") if direction == "operators" and axis == DTYPE else name)


def _in_either_order(axis: int, key: Key, name: str) -> str:
    """The same where a table has a column for each layout of what computes: of operators, a call of x and y."""
    axes = AXES[direction_of(key)]
    return axes.layouts[name].about if axis else code(axes.methods[name].call.format(x="x", y="y"))


def cells_of(argument: str, records: Record) -> tuple[Sequence[Key], Sequence[int]]:
    """The cells that `::: matrix ARGUMENT` shows, and the axes on which they differ; raises Unknown.

    Where both directions have such cells, these are the ones to a tensor.
    """
    fixed = dict(_fixed(part) for part in argument.split())
    methods = {method.name for method in METHODS if _has(method, fixed)}
    dtype, layout = fixed.get("dtype"), fixed.get("layout")
    keys = [key for key in records.matrix.cells if key[METHOD] in methods]
    keys = [key for key in keys if dtype in (None, key[DTYPE]) and layout in (None, key[LAYOUT])]
    directions = grouped((direction_of(key), key) for key in keys)
    keys = next((directions[direction] for direction in AXES if direction in directions), [])
    free = [axis for axis, name in enumerate(("method", "dtype", "layout")) if name not in fixed]
    if not keys or not 1 <= len(free) <= 2:
        raise Unknown(f"{argument!r} names {len(keys):,} cells", "fix one or two of method, dtype and layout")
    return keys, free


def _has(method: Method, fixed: Mapping[str, str]) -> bool:
    own = {"method": method.name, "direction": method.direction, "group": method.group}
    return all(fixed.get(name, value) == value for name, value in own.items())


def _fixed(part: str) -> tuple[str, str]:
    axis, sign, name = part.partition("=")
    if not sign or axis not in NAMES:
        raise Unknown(repr(part), "write method=, dtype=, layout=, direction= or group=, and a name")
    return axis, named(name, dict.fromkeys(NAMES[axis], name), axis, WHERE)


def cut(argument: str, records: Record) -> str:
    """The table that `::: matrix ARGUMENT` asks for; raises Unknown."""
    keys, free = cells_of(argument, records)
    if len(free) == 1:
        return details(keys, free[0], records)
    if free == [METHOD, DTYPE] and direction_of(keys[0]) not in CROSSINGS:
        return listing(keys, records)
    down, across = (LAYOUT, DTYPE) if free == [DTYPE, LAYOUT] else (METHOD, free[-1])
    return grid(keys, down, across, records)


def every(methods: str, records: Record, target: Target) -> str:
    """`::: every METHOD ...`: each dtype in each layout, a table a call, behind a line that opens; raises Unknown."""
    tables = []
    for name in methods.split() or [""]:
        keys, _ = cells_of(f"method={name}", records)
        tables.append(f"{label(METHOD, keys[0], name)}:\n\n{grid(keys, LAYOUT, DTYPE, records)}")
    shown = "\n\n".join(tables)
    return shown if target == "markdown" else opens(OPENS, shown, target)


def methods(direction: str, records: Record, target: Target) -> str:
    """A section for each call of one direction: how often it gives what, which opens to every dtype in every layout.

    Raises Unknown.
    """
    sections = []
    for name in named(direction, AXES, "direction").methods:
        keys, _ = cells_of(f"method={name}", records)
        heading = f"### {label(METHOD, keys[0], name)} {{#{name}}}"
        shown = f"{counted(keys, records)}\n\n{grid(keys, LAYOUT, DTYPE, records)}"
        sections.append(opens(heading, shown, target))
    return "\n\n".join(sections)


def counted(keys: Sequence[Key], records: Record) -> str:
    """How many of some cells give which outcome, the most frequent first."""
    outcomes = Counter(records.matrix.cells[key].outcome for key in keys)
    told = ", ".join(f"{outcome} {number:,}" for outcome, number in outcomes.most_common())
    return f"{len(keys):,} measured: {told}"


def layouts(direction: str, records: Record) -> str:
    """The layouts of one direction, and what each is; raises Unknown."""
    axis = named(direction, AXES, "direction").layouts.values()
    return table(["layout", "what it is"], ([code(layout.name), layout.about] for layout in axis))


def grid(keys: Sequence[Key], down: int, across: int, records: Record) -> str:
    """Outcomes over two axes. Rows that are alike are one row, and so are columns."""
    first, cells = keys[0], {(key[down], key[across]): key for key in keys}
    names, columns = (dict.fromkeys(key[axis] for key in keys) for axis in (down, across))
    computed = direction_of(first) not in CROSSINGS

    def shown(name: str, column: str) -> str:
        if (name, column) not in cells:
            return "cannot be made"
        return (_starred if computed else noted)(cells[name, column], records)

    alike = grouped((tuple(shown(name, column) for name in names), column) for column in columns).values()
    called = _in_either_order if computed and (down, across) == (METHOD, LAYOUT) else label
    head = [", ".join(called(across, first, column) for column in same) for same in alike]
    rows = merged(names, lambda name: [shown(name, column) for column, *_ in alike], partial(called, down, first))
    in_order = (cells[name, column] for column in columns for name in names if (name, column) in cells)
    return table([HEADS[down], *head], rows) + (_other_releases(in_order, records) if computed else "")


def listing(keys: Sequence[Key], records: Record) -> str:
    """What each call of what computes gives, and of which dtypes: a row an outcome, calls that are alike together."""
    calls = grouped((key[METHOD], key) for key in keys)
    dtypes = list(dict.fromkeys(key[DTYPE] for key in keys))
    outcomes = {call: grouped((_starred(key, records), key[DTYPE]) for key in own) for call, own in calls.items()}
    alike = grouped((tuple((words, *dtypes) for words, dtypes in outcomes[call].items()), call) for call in calls)
    rows = []
    for groups, names in alike.items():
        first = ", ".join(label(METHOD, keys[0], name) for name in names)
        for words, *own in groups:
            rows.append([first, _dtypes(own, dtypes, keys[0]), words])
            first = ""
    return table(["call", "dtype", "gives"], rows) + _other_releases(keys, records)


def _dtypes(names: Sequence[str], every: Sequence[str], key: Key) -> str:
    """`names` out of `every`, in few words."""
    others = [name for name in every if name not in names]
    if len(others) < min(FEW, len(names)):
        return f"all but {_dtypes(others, every, key)}" if others else "all"
    pairs = direction_of(key) == "operators"
    return ", ".join([label(DTYPE, key, name) for name in names] if pairs else series(names, every))


def _starred(key: Key, records: Record) -> str:
    """A cell in a few words, with a star where other releases give something else, which is told below the table."""
    result = records.matrix.cells[key]
    dtype, plain = (SAME if bare(name) == key[DTYPE] else name for name in (result.dtype, result.plain_dtype))
    if direction_of(key) == "operators" and result.values and not result.plain_dtype:
        dtype = dtype and NUMPYS
    told = word(replace(result, dtype=dtype, plain_dtype=plain))
    return told + (" \\*" if notes(key, records) else "")


def _other_releases(keys: Iterable[Key], records: Record) -> str:
    """What is otherwise with other releases, below the table of operators, so that its cells stay short."""
    others = grouped((other.replace("*", ""), key) for key in keys if (other := notes(key, records)))
    told = [f"{other}: {_operations(same)}" for other, same in others.items()]
    return f"\n\n{folded('* with other releases', told, listed=True)}" if told else ""


def _operations(keys: Iterable[Key]) -> str:
    """Operations and the dtypes that they are meant of, as plain text; those of the same dtypes are told together."""
    pairs = [(_plain(label(METHOD, key, key[METHOD])), _plain(label(DTYPE, key, key[DTYPE]))) for key in keys]
    dtypes = {operation: ", ".join(dict.fromkeys(same)) for operation, same in grouped(pairs).items()}
    alike = grouped((same, operation) for operation, same in dtypes.items())
    return "; ".join(f"{', '.join(operations)} ({same})" for same, operations in alike.items())


def _plain(label: str) -> str:
    """A label without its marks of code."""
    return html.unescape(label.replace("`", "").removeprefix("<code>").removesuffix("</code>"))


def details(keys: Sequence[Key], axis: int, records: Record) -> str:
    """One axis with all that is known of each cell: outcome, result, warning or error."""
    cells = {key[axis]: key for key in keys}

    def known(name: str) -> Sequence[str]:
        result = records.matrix.cells[cells[name]]
        made = " ".join(filter(None, [result.type, result.dtype])) if result.event != "raises" else ""
        return noted(cells[name], records), code(made), "<br>".join(map(code, result.messages))

    return table([HEADS[axis], "outcome", "result", "message"], merged(cells, known, partial(label, axis, keys[0])))


def calls(argument: str, records: Record) -> str:
    """What to write for what you have: a row for each cell METHOD/DTYPE/LAYOUT in `argument`; raises Unknown."""
    cells = {"/".join(key): key for key in records.matrix.cells}
    keys = [named(name, cells, "cell", WHERE) for name in argument.split()]
    return table(["you have", "write", "memory", "result"], (_to_write(key, records) for key in keys))


def _to_write(key: Key, records: Record) -> Sequence[str]:
    method, result = METHOD_NAMED[key[METHOD]], records.matrix.cells[key]
    source = code(key[DTYPE]) + (" array" if method.direction == "to_torch" else " tensor")
    if key[LAYOUT] != "contiguous":
        source += f", {AXES[method.direction].layouts[key[LAYOUT]].about}"
    call = f"[{label(METHOD, key, method.name)}]({page_of(method)})"
    return source, call, noted(key, records), code(result.dtype or result.type or "")


def jobs(argument: str, records: Record) -> str:
    """What to write for what people want: a row for each job; raises Unknown where one names nothing."""
    cells, scripts = {"/".join(key): key for key in records.matrix.cells}, records.elsewhere
    rows = []
    for job in JOBS:
        memory, call, page = job.get("memory", ""), code(job.get("write", "")), f"/{job.get('page', '')}.md"
        if "cell" in job:
            key = named(job["cell"], cells, "cell", WHERE)
            method = METHOD_NAMED[key[METHOD]]
            memory = "; ".join(filter(None, [noted(key, records), memory]))
            call, page = call if "write" in job else label(METHOD, key, method.name), page_of(method)
        if "script" in job and job["line"] not in named(f"elsewhere/{job['script']}", scripts, "script").script:
            raise Unknown(f"{job['line']!r}, which is not in {job['script']}", "give a line of the script")
        rows.append((job["want"], f"[{call}]({page})", memory))
    return table(["you want", "write", "memory"], rows)


def page_of(method: Method) -> str:
    """Where a call is explained, from docs/ on."""
    return f"/{method.page}.md" if method.page else f"/reference/behaviour.md#{method.name}"


def dtype_map(direction: str, records: Record) -> str:
    """For each dtype of one direction, what becomes of it by the calls that matter; raises Unknown.

    Those that cross exactly by the first call have a row each, which readers look for; the others are told together.
    """
    methods = named(direction, MAPPED, "direction", "write to_torch or to_numpy")
    dtypes = AXES[direction].dtypes
    head = [code(METHOD_NAMED[name].call.format(dtype="…")) for name in methods]
    cells = {name: [becomes(records, method, dtypes[name]) for method in methods] for name in dtypes}
    alone = [name for name in dtypes if cells[name][0].startswith(EXACT)]
    rows = [[code(name), *cells[name]] for name in alone]
    others = merged((name for name in dtypes if name not in alone), lambda name: cells[name], code)
    return table(["dtype", *head], [*rows, *others])


def becomes(records: Record, method: str, dtype: Dtype) -> str:
    """Whether a dtype is carried over exactly, widened, narrowed, reinterpreted or refused, and what it becomes.

    Exact keeps the dtype and all values, the extremes included. Widened keeps all values in another dtype, narrowed
    does not. Reinterpreted is: the same bytes, read as other numbers.
    """
    keys = [(method, dtype.name, layout) for layout in ("contiguous", "extremes")]
    return with_notes(*over_releases(keys, records, partial(_becomes, dtype)))


def _becomes(dtype: Dtype, plain: Result | None, extremes: Result | None) -> str:
    if plain is None:
        return "torch has no such dtype"
    if plain.event in ("raises", "crashes"):
        return REFUSED if plain.event == "raises" else "**crashes**"
    if plain.type in ("list", "ndarray") and plain.dtype is None:
        return "Python objects"
    if plain.values != "equal" and plain.memory == "shares":
        return f"**{REINTERPRETED}**"
    if plain.type == "ndarray" and dtype.direction == "to_torch":
        return "stays an array"
    extremes_kept = extremes is None or extremes.values == "equal"
    if bare(plain.dtype) == dtype.torch and extremes_kept:
        return EXACT
    return f"{WIDENED if extremes_kept and plain.values == 'equal' else NARROWED} to `{bare(plain.dtype)}`"
