"""One complete script a cell, and one script that runs all cells of a source."""

from collections.abc import Iterable
from pathlib import Path

from snippets.matrix.axes import DTYPES, LAYOUTS, METHODS, Dtype, Layout, Method
from snippets.problem import nearest

HEAD = """import os
import re
import warnings

import numpy as np
import torch

torch.set_warn_always(True)  # also what warns once per process
"""
HERE = Path(__file__).parent
PROBE = (HERE / "probe.py").read_text(encoding="utf-8")
OPERATOR_PROBE = (HERE / "operator_probe.py").read_text(encoding="utf-8")
WHERE = "`python -m snippets list matrix` shows the methods, snippets/matrix/axes.py everything"
NO_DTYPE = "torch has no dtype for these numbers, and the call needs to be told one"


def sources() -> list[tuple[Dtype, Layout]]:
    """Everything that the methods are measured on."""
    return [(dtype, layout) for dtype in DTYPES for layout in LAYOUTS if layout.direction == dtype.direction]


def methods_for(dtype: Dtype) -> list[Method]:
    """The methods that take such a source. One that needs a dtype takes no source for which torch has none."""
    return [one for one in METHODS if one.direction == dtype.direction and (dtype.torch or "{dtype}" not in one.call)]


def source(dtype: Dtype, layout: Layout) -> str:
    """The lines that make `a`, an array, or `t`, a tensor, or both."""
    made = dtype.make.format(values=dtype.values, dtype=dtype.torch)
    if dtype.direction == "to_numpy":
        extremes = dtype.make.format(values=dtype.extremes, dtype=dtype.torch)
        first = "" if "{extremes}" in layout.code else f"x = {made}\n"
        return f"{first}{layout.code.format(extremes=extremes)}\n"
    if dtype.direction == "operators":
        return f"a = np.array({dtype.values}, dtype={dtype.dtype})\nt = {made}\n"
    names = {"values": dtype.values, "extremes": dtype.extremes}
    lines = [f"{name} = {text}" for name, text in names.items() if name in layout.code]
    return "\n".join([f"dtype = {dtype.dtype}", *lines, layout.code]) + "\n"


def expression(method: Method, dtype: Dtype, layout: Layout) -> str:
    """The call itself, as a reader writes it."""
    x, y = ("a", "t") if layout.name == "array_tensor" else ("t", "a")
    return method.call.format(dtype=dtype.torch, x=x, y=y)


def call(method: Method, dtype: Dtype, layout: Layout) -> str:
    """The lines that define what is measured."""
    line = expression(method, dtype, layout)
    if method.direction == "operators":
        in_place = method.name.startswith("inplace_")
        body = f"    {line}\n    return {line.partition(' ')[0]}" if in_place else f"    return {line}"
        return f"in_place = {in_place}\n\n\ndef operate(a, t):\n{body}\n"
    name = "a" if method.direction == "to_torch" else "t"
    return f"source = {name}\n\n\ndef convert({name}):\n    return {line}\n"


def probe(method: Method) -> str:
    """The lines that find out what it does, and print that."""
    return OPERATOR_PROBE if method.direction == "operators" else PROBE


def script(method: Method, dtype: Dtype, layout: Layout) -> str:
    """The complete script of one cell: it prints what it found, and last the outcome."""
    return "\n".join([HEAD, source(dtype, layout), call(method, dtype, layout) + "\n", probe(method)])


def batch(methods: Iterable[Method], dtype: Dtype, layout: Layout) -> str:
    """A script that runs the cells of one source one after the other, each as `script` has it, in names of its own.

    It prints a line `cell NAME` before what each prints, or `absent` and an error if the source cannot be made.
    """
    calls = {method.name: call(method, dtype, layout) for method in methods}
    return f"""
def run():
    source = compile({HEAD + source(dtype, layout)!r}, "source", "exec")
    probe = compile({(OPERATOR_PROBE if dtype.direction == "operators" else PROBE)!r}, "probe", "exec")
    try:
        exec(source, {{"__name__": "__main__"}})
    except Exception as error:
        print("absent", repr(f"{{type(error).__name__}}: {{error}}"))
        return
    for name, call in {calls!r}.items():
        print("cell", name)
        names = {{"__name__": "__main__"}}
        exec(source, names)
        exec(compile(call, name, "exec"), names)
        exec(probe, names)
    print("cell")


run()
"""


def find(method: str, dtype: str, layout: str) -> tuple[Method, Dtype, Layout]:
    """The entries of the axes that a cell names; raises KeyError with what is wrong and the nearest names."""
    by_name = {one.name: one for one in METHODS}
    if method not in by_name:
        raise KeyError(f"no method {method!r}; {nearest(method, by_name, WHERE)}")
    direction = by_name[method].direction
    dtypes = {one.name: one for one in DTYPES if one.direction == direction}
    layouts = {one.name: one for one in LAYOUTS if one.direction == direction}
    for what, name, known in ("dtype", dtype, dtypes), ("layout", layout, layouts):
        if name not in known:
            raise KeyError(f"{method} takes no {what} {name!r}; {nearest(name, known, WHERE)}")
    found = by_name[method], dtypes[dtype], layouts[layout]
    if found[0] not in methods_for(found[1]):
        raise KeyError(f"{method} of {dtype}: {NO_DTYPE}")
    return found
