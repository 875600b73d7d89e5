"""Which cells of the matrix an array is in, and what each method does to it. Imports no torch."""

import sys
from pathlib import Path
from typing import Any

import numpy as np

from snippets.matrix.axes import ARRAY_DTYPES, ARRAY_LAYOUTS, METHODS
from snippets.matrix.script import expression, methods_for
from snippets.recorded.cells import Matrix, Result

PRECEDENCE = "crashes times_out raises uninitialized wrong copies shares".split()


def load(source: str) -> np.ndarray[Any, Any]:
    """The array in a .npy file, or the one that a script on standard input ("-") calls `a`.

    Raises OSError or ValueError where the file cannot be read, and KeyError where there is no array `a`.
    """
    if source != "-":
        return np.load(Path(source))
    names: dict[str, Any] = {"__name__": "__main__"}
    exec(compile(sys.stdin.read(), "<stdin>", "exec"), names)
    if not isinstance(names.get("a"), np.ndarray):
        found = type(names["a"]).__name__ if "a" in names else "no name `a`"
        raise KeyError(f"the script has to define `a`, a NumPy array; found: {found}")
    return names["a"]


def dtype_of(array: np.ndarray[Any, Any]) -> str:
    """The name of the array's dtype on the matrix's axis, "" if it is not there."""
    dtype = array.dtype
    if dtype.names is not None:
        return "structured"
    native = dtype.isnative
    if dtype.kind in "UO SVmM".replace(" ", "") or dtype.char in "gG":
        kinds = {"U": "str", "S": "bytes", "O": "object", "V": "void", "m": "timedelta64", "M": "datetime64"}
        name = kinds.get(dtype.kind, "longdouble" if dtype.char == "g" else "clongdouble")
    elif dtype.char == "T":
        name = "StringDType"
    elif dtype.char in "qQ" and np.dtype(np.int64).char not in "qQ":
        name = "longlong" if dtype.char == "q" else "ulonglong"
    else:
        name = dtype.newbyteorder("=").name
    name = name if native else f"{name}_swapped"
    return name if name in {one.name for one in ARRAY_DTYPES} else ""


def layouts_of(array: np.ndarray[Any, Any]) -> list[str]:
    """The names of the layouts that the array has, as on the matrix's axis: those that decide first."""
    a = array
    steps = list(zip(a.shape, a.strides, strict=True))
    owner: Any = a
    while isinstance(owner, np.ndarray) and not isinstance(owner, np.memmap) and owner.base is not None:
        owner = owner.base
    mode = owner.mode if isinstance(owner, np.memmap) else ""
    order = "contiguous" if a.flags.c_contiguous else "fortran" if a.flags.f_contiguous else "strided"
    tests = {
        "masked": isinstance(a, np.ma.MaskedArray),
        "reversed": a.size > 0 and any(step < 0 and n > 1 for n, step in steps),
        "packed_field": a.itemsize > 0 and any(step % a.itemsize for n, step in steps),
        "memmap_r": mode == "r",
        "memmap_r_plus": mode in ("r+", "w+"),
        "memmap_c": mode == "c",
        "unaligned": not a.flags.aligned,
        "reversed_length_1": any(step < 0 and n <= 1 for n, step in steps),
        "broadcast": a.size > 0 and any(step == 0 and n > 1 for n, step in steps),
        "bytes_view": not a.flags.writeable and isinstance(owner, (bytes, memoryview)),
        "read_only": not a.flags.writeable,
        "matrix": isinstance(a, np.matrix),
        "subclass": type(a) not in (np.ndarray, np.memmap, np.matrix, np.ma.MaskedArray),
        "zero_d": a.ndim == 0,
        "empty": a.size == 0,
        "one_element": a.size == 1 and a.ndim > 0,
        "transposed": order == "fortran",
        order: True,
    }
    return [name for name, holds in tests.items() if holds]


def predicted(array: np.ndarray[Any, Any], matrix: Matrix) -> dict[str, Result]:
    """What each method does to `array`, by the name of the method: of all cells that it is in, the worst outcome."""
    dtype = dtype_of(array)
    found = {}
    for method in METHODS:
        keys = [(method.name, dtype, layout) for layout in layouts_of(array)]
        results = [matrix.cells[key] for key in keys if key in matrix.cells]
        if method.direction == "to_torch" and results:
            found[method.name] = min(results, key=lambda result: PRECEDENCE.index(result.outcome))
    return found


def report(array: np.ndarray[Any, Any], matrix: Matrix) -> str:
    """The cells that `array` is in, and a line for each method: the call, the outcome, the dtype and the message."""
    dtype, layouts = dtype_of(array), layouts_of(array)
    about = {layout.name: layout.about for layout in ARRAY_LAYOUTS}
    lines = [
        f"a is an array of shape {array.shape}, strides {array.strides} (bytes), dtype {array.dtype!r}",
        f"dtype in the matrix:  {dtype or 'none; what follows is not known'}",
        f"layout in the matrix: {'; '.join(f'{name} ({about[name]})' for name in layouts)}",
        "",
    ]
    entry = next((one for one in ARRAY_DTYPES if one.name == dtype), None)
    if entry is None:
        return "\n".join(lines).rstrip()
    calls = {one.name: expression(one, entry, ARRAY_LAYOUTS[0]) for one in methods_for(entry)}
    results = predicted(array, matrix)
    width = max(len(calls[name]) for name in results)
    for name, result in results.items():
        told = [result.outcome.ljust(13), (result.dtype or "").ljust(16)]
        lines.append(
            "  ".join([calls[name].ljust(width), *told, *(text.split("\n")[0][:90] for text in result.messages[-1:])])
        )
        lines[-1] = lines[-1].rstrip()
    return "\n".join(lines)
