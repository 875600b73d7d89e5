"""A call that is broken for some of what it is given, and right for all else: what of it does a proof notice?

It runs as a script, as trial.py does, with a call of `try_narrow` after it.
"""

import contextlib
import json
import warnings
from collections.abc import Callable, Iterator
from functools import partial, reduce
from pathlib import Path
from typing import Any

import numpy as np
import torch

from snippets.verify.trial import failing, in_fork, prepare, run

OWNERS = {"torch": torch, "np": np, "Tensor": torch.Tensor}  # of the calls, as sentences name them: torch.from_numpy


def traits(value: Any) -> Iterator[str]:
    """What can be told apart of something that a call is given: its dtype, how it lies in memory; else its type."""
    if not isinstance(value, (np.ndarray, torch.Tensor)):
        yield f"NumPy {value.dtype.name}" if isinstance(value, np.generic) else type(value).__name__
        return
    shape = tuple(value.shape)
    if isinstance(value, np.ndarray):
        dtype = value.dtype
        yield dtype.name if dtype.isnative else f"{dtype.name}, other byte order"
        steps = tuple(step / dtype.itemsize for step in value.strides) if dtype.itemsize else value.strides
        begins, flags = value.base is not None and not _at_start(value), value.flags
        named = {"read-only": not flags.writeable, "not aligned": not flags.aligned}
    else:
        yield str(value.dtype).removeprefix("torch.")
        dense = value.layout == torch.strided and value.device.type == "cpu"
        steps, begins = (value.stride(), value.storage_offset() > 0) if dense else ((), False)
        bits = {"conj bit": value.is_conj(), "neg bit": dense and value.is_neg()}
        named = {"requires grad": value.requires_grad, str(value.layout)[6:]: not dense, **bits}
    rows = _steps(shape)
    long = [(step, row) for step, row, size in zip(steps, rows, shape, strict=False) if size > 1]
    named |= {
        "0-d": not shape,
        "empty": 0 in shape,
        "one element": bool(shape) and shape == (1,) * len(shape),
        "broadcast": any(not step for step, _ in long),
        "reversed": any(step < 0 for step in steps),
        "begins behind the first element": begins,
        "Fortran order": len(long) > 1 and [step for step, _ in long] == _fortran(shape),
        "gaps": any(step > row for step, row in long) and bool(long) and min(abs(step) for step, _ in long) > 1,
        "contiguous": bool(shape) and 0 not in shape and all(step == row for step, row in long),
    }
    yield from (name for name, so in named.items() if so)


def _at_start(array: np.ndarray) -> bool:
    base = array.base
    return not isinstance(base, np.ndarray) or base.ctypes.data == array.ctypes.data


def _steps(shape: tuple[int, ...]) -> list[int]:
    """The strides of a contiguous array of this shape, in elements."""
    return reduce(lambda steps, size: [steps[0] * size, *steps], reversed(shape[1:]), [1]) if shape else []


def _fortran(shape: tuple[int, ...]) -> list[int]:
    return [step for step, size in zip(_steps(shape[::-1])[::-1], shape, strict=True) if size > 1]


def try_narrow(proof: str, calls: list[str], claimed: list[str], mutants: dict[str, str], seconds: float) -> None:
    """Prints what of what it gives to each of `calls` a proof notices if the call is broken for it alone.

    As JSON: {call: traits}. A call is broken in each way that is `claimed`, then by each of `mutants` that breaks it in
    no other way, until the proof notices. A proof that speaks of values notices whatever else is broken, too.
    """
    prepare(proof, seconds)
    in_fork("given", partial(note_given, proof, calls), seconds)
    given = json.loads(Path("noted").read_text()) if Path("noted").exists() else {}
    noticed = {}
    for call, names in given.items():
        ways = [*ANY, *claimed] if "values" in claimed else claimed
        breaks: list[Callable[[], None]] = [partial(_replace, call, WAYS[way]) for way in ways]
        for number, mutant in enumerate(mutants.values()):
            in_fork(f"{call} {number}", partial(note_ways, call, mutant), seconds)
            broken = {*Path(f"{call} {number}", "ways").read_text().split()}
            memory = broken == {"memory"} == {*claimed}
            if "values" in claimed or not broken or memory or broken & {*claimed} - {"memory"}:
                breaks.append(partial(_break_as, mutant))
        tried = [*enumerate(breaks)]
        noticed[call] = [name for name in names if _is_noticed(proof, call, name, tried, seconds)]
    print(json.dumps({call: names for call, names in noticed.items() if names}))


def _is_noticed(
    proof: str, call: str, trait: str, breaks: list[tuple[int, Callable[[], None]]], seconds: float
) -> bool:
    """Whether one of the numbered `breaks` is noticed, which then comes first: the next trait is noticed by it, too."""
    for at, (number, action) in enumerate(breaks):
        if failing(f"{number} {call} {trait}", partial(run_broken, proof, call, trait, action), seconds):
            breaks.insert(0, breaks.pop(at))
            return True
    return False


def note_ways(call: str, mutant: str) -> None:
    """Writes down in which ways a mutant breaks a call, for a few things that it may be given; none if it is others."""
    Path("ways").write_text("")
    whole = [_seen(call, sample) for sample in _samples(call)]
    _break_as(mutant)
    torn = [_seen(call, sample) for sample in _samples(call)]
    ways = {way for one, other in zip(whole, torn, strict=True) for way in one if one[way] != other.get(way)}
    Path("ways").write_text(" ".join(sorted(ways)))


def _samples(call: str) -> Iterator[Any]:
    for dtype in (np.float64, np.int64):
        array = np.arange(1, 7, dtype=dtype).reshape(2, 3)
        frozen = array.copy()
        frozen.flags.writeable = False
        arrays = [array, array.T, array[:, ::2], array[::-1], frozen]
        yield from arrays if call.startswith("torch.") else [torch.from_numpy(array), torch.ones(2, requires_grad=True)]


def _seen(call: str, sample: Any) -> dict[str, Any]:
    with warnings.catch_warnings(record=True) as caught:
        warnings.simplefilter("always")
        try:
            result = _real(call)(sample)
        except Exception as error:
            return {"errors": type(error)}
    seen = {"errors": None, "warnings": len(caught), "memory": _overlap(result, sample)}
    return seen | {"dtype": str(result.dtype), "values": result.tolist()}


def note_given(proof: str, calls: list[str]) -> None:
    """Writes down the traits of what a proof gives to each of `calls`."""
    given = dict[str, dict[str, None]]()  # in order, once each

    def noted(call: str, real: Callable[..., Any], *args: Any, **options: Any) -> Any:
        given.setdefault(call, {}).update(dict.fromkeys(traits(args[0]) if args else ()))
        return real(*args, **options)

    for call in calls:
        _replace(call, partial(noted, call))
    run(proof)
    Path("../noted").write_text(json.dumps({call: [*names] for call, names in given.items()}))


def _real(call: str) -> Callable[..., Any]:
    owner, name = call.split(".")
    return getattr(OWNERS[owner], name)


def _replace(call: str, broken: Callable[..., Any]) -> None:
    """Puts `broken` in the place of a call; its first argument is the real one."""
    real, (owner, name) = _real(call), call.split(".")
    setattr(OWNERS[owner], name, lambda *args, **options: broken(real, *args, **options))  # a partial is no method


def run_broken(proof: str, call: str, trait: str, breaks: Callable[[], None]) -> None:
    """Runs a proof where a call is as `breaks` leaves it for what has this trait, and as it is for all else."""
    whole = _real(call)
    breaks()
    torn = _real(call)

    def narrow(_: Any, *args: Any, **options: Any) -> Any:
        return (torn if args and trait in traits(args[0]) else whole)(*args, **options)

    _replace(call, narrow)
    run(proof)


def _break_as(mutant: str) -> None:
    exec(compile(mutant, "mutant", "exec"), {})


def _refuses(real: Callable[..., Any], *args: Any, **options: Any) -> Any:
    raise RuntimeError("a mutant refuses")


def _other_memory(real: Callable[..., Any], source: Any, *args: Any, **options: Any) -> Any:
    """Copies what it would share, and shares what it would copy, if it can."""
    result = real(source, *args, **options)
    if _overlap(result, source):
        return result.clone() if isinstance(result, torch.Tensor) else result.copy()
    with contextlib.suppress(Exception), warnings.catch_warnings():
        warnings.simplefilter("ignore")
        other = torch.from_numpy(source) if isinstance(result, torch.Tensor) else source.detach().numpy()
        if other.dtype == result.dtype and other.shape == result.shape:
            return other
    return result


def _overlap(result: Any, source: Any) -> bool:
    (first, end), (start, last) = _bounds(result), _bounds(source)
    return first < last and start < end


def _bounds(value: Any) -> tuple[int, int]:
    with contextlib.suppress(Exception):
        if isinstance(value, torch.Tensor):
            storage = value.untyped_storage()
            return storage.data_ptr(), storage.data_ptr() + storage.nbytes()
        array = np.frombuffer(value, np.uint8) if isinstance(value, (bytes, bytearray)) else value
        return np.lib.array_utils.byte_bounds(array)
    return 0, 0


def _other_dtype(real: Callable[..., Any], *args: Any, **options: Any) -> Any:
    result = real(*args, **options)
    if isinstance(result, torch.Tensor):
        return result.to(torch.float32 if result.dtype == torch.float64 else torch.float64)
    return result.astype(np.float32 if result.dtype == np.float64 else np.float64)


def _other_values(real: Callable[..., Any], *args: Any, **options: Any) -> Any:
    """Another first element, in memory of its own."""
    result = real(*args, **options)
    copy = result.detach().clone() if isinstance(result, torch.Tensor) else result.copy()
    first = copy[(0,) * copy.ndim]
    copy[(0,) * copy.ndim] = not first if str(copy.dtype).endswith("bool") else (7 if first == 1 else 1)
    return copy.requires_grad_(result.requires_grad) if isinstance(result, torch.Tensor) else copy


def _accepts(real: Callable[..., Any], *args: Any, **options: Any) -> Any:
    """Raises nothing."""
    try:
        return real(*args, **options)
    except Exception:
        return np.zeros(1) if args and isinstance(args[0], torch.Tensor) else torch.zeros(1)


def _silent(real: Callable[..., Any], *args: Any, **options: Any) -> Any:
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        return real(*args, **options)


ANY = ["values", "dtype", "refuses"]
WAYS: dict[str, Callable[..., Any]] = {
    "refuses": _refuses,
    "memory": _other_memory,
    "dtype": _other_dtype,
    "values": _other_values,
    "errors": _accepts,
    "warnings": _silent,
}
