"""Which cells of the matrix an array is in, and what each method does to it. Imports no torch."""

import contextlib
import io
import sys
from pathlib import Path
from typing import Any

import numpy as np
from numpy.lib import format as header

from snippets.matrix.axes import ARRAY_DTYPES, ARRAY_LAYOUTS, AXES, METHODS
from snippets.matrix.recognize import names_of
from snippets.matrix.script import expression, methods_for
from snippets.store.files import toml_beside
from snippets.store.types import Matrix, Result

PRECEDENCE = "crashes times_out raises uninitialized wrong copies shares".split()
ADVICE = "guides/explain/what_from_numpy_does"  # the function that readers copy
OTHER_FILES = toml_beside(__file__)["files"]


def load(source: str) -> np.ndarray[Any, Any]:
    """The array in a .npy file, its values left out, or the one that a script on standard input ("-") calls `a`.

    Raises OSError or ValueError where the file is another one, or there is no array `a`.
    """
    if source == "-":
        return _of_script(sys.stdin.read())
    with Path(source).open("rb") as file:
        begins = file.read(6)
        if begins != b"\x93NUMPY":
            raise ValueError(_other_file(source, begins))
        file.seek(0)
        read = header.read_array_header_1_0 if header.read_magic(file) == (1, 0) else header.read_array_header_2_0
        shape, fortran, dtype = read(file)
    if dtype.hasobject:  # pickled, so no map can be made of them
        return np.empty(shape, dtype, order="F" if fortran else "C")
    mapped = np.load(source, mmap_mode="r")  # no values are read: they may be more than memory holds
    return np.lib.stride_tricks.as_strided(np.empty(1, dtype), mapped.shape, mapped.strides)


def _other_file(source: str, begins: bytes) -> str:
    if not begins:
        return "it is empty"
    text = begins.decode("latin-1")  # a letter a byte, as the file of OTHER_FILES writes them
    other = next(other for other in OTHER_FILES if text.startswith(tuple(other["begins"])))
    line = other["line"].format(source)
    fix = f"write a script with the line a = {line}, and run: python -m snippets explain - <script.py"
    return f"it is {other['what']}; {fix}"


def _of_script(script: str) -> np.ndarray[Any, Any]:
    names: dict[str, Any] = {"__name__": "__main__"}
    exec(compile(script, "<stdin>", "exec"), names)
    if not isinstance(names.get("a"), np.ndarray):
        given = type(names["a"]).__name__ if "a" in names else "no name `a`"
        raise ValueError(f"the script has to define `a`, a NumPy array; found: {given}")
    return names["a"]


def advice(array: np.ndarray[Any, Any], script: str) -> str:
    """What the function of ADVICE, whose `script` this is, says of `array`: what happens, and the line to write."""
    names: dict[str, Any] = {}
    with contextlib.redirect_stdout(io.StringIO()):
        exec(script, names)
    return names["explain"](array)


def dtype_of(array: np.ndarray[Any, Any]) -> str:
    """The name of the array's dtype on the matrix's axis, "" if it is not there: the same type and byte order.

    Of text, dates and records the matrix has one each: other lengths, units and fields are in its cells as well. Where
    two types hold the same numbers, as long and long long do, one of them may have no entry: the other stands for it.
    """
    same_order = {name: dtype for name, dtype in _dtypes().items() if _order(dtype) == _order(array.dtype)}
    by_type = [name for name, dtype in same_order.items() if dtype.num == array.dtype.num]
    by_value = [name for name, dtype in same_order.items() if dtype == array.dtype]
    return next(iter([*by_type, *by_value]), "")


def _dtypes() -> dict[str, np.dtype[Any]]:
    """The dtypes of the axis that this NumPy has."""
    dtypes = {}
    for entry in ARRAY_DTYPES:
        with contextlib.suppress(AttributeError):
            dtypes[entry.name] = np.dtype(eval(entry.dtype, {"np": np}))
    return dtypes


def _order(dtype: np.dtype[Any]) -> str:
    """Whether a dtype has fields, and if not, whether its byte order is this machine's."""
    return "fields" if dtype.names is not None else "native" if dtype.isnative else "swapped"


def layouts_of(array: np.ndarray[Any, Any]) -> list[str]:
    """The names of the layouts that the array has, as on the matrix's axis: those that decide first."""
    names = names_of(array)
    layouts = [layout for layout in ARRAY_LAYOUTS if layout.recognize and eval(layout.recognize, names)]
    return [layout.name for layout in sorted(layouts, key=lambda layout: layout.rank)]


def predicted(array: np.ndarray[Any, Any], matrix: Matrix) -> dict[str, Result]:
    """What each method does to `array`, by the name of the method: of all cells that it is in, the worst outcome."""
    dtype, layouts = dtype_of(array), layouts_of(array)
    worst = {}
    for method in METHODS:
        results = [matrix.cells.get((method.name, dtype, layout)) for layout in layouts]
        measured = [result for result in results if result]
        if measured and method.direction == "to_torch":
            worst[method.name] = min(measured, key=lambda result: PRECEDENCE.index(result.outcome))
    return worst


def report(array: np.ndarray[Any, Any], matrix: Matrix, script: str) -> str:
    """What to write, the cells that `array` is in, and of each method the call, the outcome, the dtype, the message."""
    dtype, layouts, axes = dtype_of(array), layouts_of(array), AXES["to_torch"]
    head = [
        f"torch.from_numpy(a) {advice(array, script)}",
        "",
        f"a is an array of shape {array.shape}, strides {array.strides} (bytes), dtype {array.dtype!r}",
        f"dtype in the matrix:  {dtype or 'none; what follows is not known'}",
        f"layout in the matrix: {'; '.join(f'{name} ({axes.layouts[name].about})' for name in layouts)}",
    ]
    if dtype not in axes.dtypes:
        return "\n".join(head)
    entry = axes.dtypes[dtype]
    calls = {method.name: expression(method, entry, ARRAY_LAYOUTS[0]) for method in methods_for(entry)}
    results = predicted(array, matrix)
    width = max(len(calls[name]) for name in results)
    lines = []
    for name, result in results.items():
        message = result.messages[-1].partition("\n")[0][:90] if result.messages else ""
        line = f"{calls[name]:{width}}  {result.outcome:13}  {result.dtype or '':16}  {message}"
        lines.append(line.rstrip())
    return "\n".join([*head, "", *lines])
