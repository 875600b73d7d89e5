"""One complete script a cell, and one script that runs all cells of a source."""

from collections.abc import Iterable
from dataclasses import replace
from pathlib import Path

from snippets.matrix.axes import AXES, CROSSINGS, DTYPES, METHOD_NAMED, METHODS, Direction, Dtype, Layout, Method
from snippets.problem import nearest


def _text(name: str) -> str:
    return (Path(__file__).parent / name).read_text(encoding="utf-8")


HEAD, PROBE, OPERATOR_PROBE = map(_text, ("programs/head.py", "programs/probe.py", "programs/operator_probe.py"))
BATCH, RECOGNIZE = _text("programs/batch.py"), _text("recognize.py")
OPERANDS = {
    "to_torch": "a",
    "to_numpy": "t",
    "operators": "a, t",
    "scalars": "s, floats, counts",
    "indices": "a, t, array, tensor",
}
WHERE = "`python -m snippets list matrix` shows the methods, snippets/matrix/*.toml everything"
ALONE = "\n\nalone = operate\n"
NO_DTYPE = "torch has no dtype for these numbers, and the call needs to be told one"


def sources() -> list[tuple[Dtype, Layout]]:
    """Everything that the methods are measured on."""
    return [(dtype, layout) for dtype in DTYPES for layout in AXES[dtype.direction].layouts.values()]


def methods_for(dtype: Dtype) -> list[Method]:
    """The methods that take such a source. One that needs a dtype takes no source for which torch has none."""
    methods = [method for method in METHODS if method.direction == dtype.direction]
    return [method for method in methods if dtype.torch or "{dtype}" not in method.call]


def source(dtype: Dtype, layout: Layout) -> str:
    """The lines that make `a`, an array, or `t`, a tensor, or the operands of what computes something."""
    if dtype.direction not in CROSSINGS:
        text = f"{layout.code.strip()}\n{layout.operands.strip()}"
        return f"{text.format(**vars(dtype)).strip()}\n"
    made = dtype.make.format(values=dtype.values, dtype=dtype.torch)
    if dtype.direction == "to_numpy":
        extremes = dtype.make.format(values=dtype.extremes, dtype=dtype.torch)
        first = "" if "{extremes}" in layout.code else f"x = {made}\n"
        return f"{first}{layout.code.format(extremes=extremes)}\n"
    names = {"values": dtype.values, "extremes": dtype.extremes}
    lines = [f"{name} = {text}" for name, text in names.items() if name in layout.code]
    return "\n".join([f"dtype = {dtype.dtype}", *lines, layout.code]) + "\n"


def expression(method: Method, dtype: Dtype, layout: Layout) -> str:
    """The call itself, as a reader writes it."""
    x, y = ("a", "t") if layout.name == "array_tensor" else ("t", "a")
    return method.call.format(dtype=dtype.torch, x=x, y=y)


def call(method: Method, dtype: Dtype, layout: Layout) -> str:
    """The lines that define what is measured."""
    line, operands = expression(method, dtype, layout), OPERANDS[method.direction]
    if method.direction in CROSSINGS:
        return f"source = {operands}\n\n\ndef convert({operands}):\n    return {line}\n"
    gives = replace(method, call=method.gives)
    body = f"    {line}\n    return {expression(gives, dtype, layout)}" if method.gives else f"    return {line}"
    compared = f"\n\ndef alone({operands}):\n    return {method.plain}\n" if method.plain else ""
    return f"in_place = {bool(method.gives)}\n\n\ndef operate({operands}):\n{body}\n{compared or ALONE}"


def probe(direction: Direction) -> str:
    """The lines that find out what a call does, and print that."""
    return PROBE if direction in CROSSINGS else OPERATOR_PROBE


def script(method: Method, dtype: Dtype, layout: Layout) -> str:
    """The complete script of one cell: it prints what it found, and last the outcome."""
    lines = call(method, dtype, layout)
    return f"{HEAD}\n{source(dtype, layout)}\n{lines}\n\n{probe(method.direction)}"


def batch(methods: Iterable[Method], dtype: Dtype, layout: Layout) -> str:
    """A script that runs the cells of one source one after the other, each as `script` has it, in names of its own.

    It prints a line `cell NAME` before what each prints, or `absent` and an error if the source cannot be made.
    """
    names = {
        "source": HEAD + source(dtype, layout),
        "calls": {method.name: call(method, dtype, layout) for method in methods},
        "probe": probe(dtype.direction),
    }
    return "".join(f"{name} = {text!r}\n" for name, text in names.items()) + BATCH


def recognition(dtype: Dtype, layout: Layout) -> str:
    """A script that prints whether an array of this source is recognized as one in its layout."""
    return f"{RECOGNIZE}\n{source(dtype, layout)}\nprint(bool(eval({layout.recognize!r}, names_of(a))))\n"


def find(method: str, dtype: str, layout: str) -> tuple[Method, Dtype, Layout]:
    """The entries of the axes that a cell names; raises KeyError with what is wrong and the nearest names."""
    if method not in METHOD_NAMED:
        raise KeyError(f"no method {method!r}; {nearest(method, METHOD_NAMED, WHERE)}")
    entry = METHOD_NAMED[method]
    dtypes, layouts = AXES[entry.direction].dtypes, AXES[entry.direction].layouts
    for what, name, known in ("dtype", dtype, dtypes), ("layout", layout, layouts):
        if name not in known:
            raise KeyError(f"{method} takes no {what} {name!r}; {nearest(name, known, WHERE)}")
    if entry not in methods_for(dtypes[dtype]):
        raise KeyError(f"{method} of {dtype}: {NO_DTYPE}")
    return entry, dtypes[dtype], layouts[layout]
