"""Jobs and the ways to do each, timed in turn: performance.py and devices.py measure with this.

A way is code; what it makes has to equal what the other ways of its job make. All ways of a job alternate within a
round, so that a machine that slows down slows all of them. A figure is the median of the rounds, with the least and
the most.
"""

import resource
import statistics
import time
import tomllib
from collections.abc import Callable, Iterable, Mapping, Sequence
from copy import copy
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import numpy as np
import torch

ROUNDS = 7
LONG = 0.02  # seconds that one timing takes at least, by repeating the call
SOME = 100_000  # elements of a result that are compared
Call = Callable[[], Any]
Row = dict[str, Any]


@dataclass(frozen=True)
class Way:
    """One way to do a job; `pages` show this code (or `shown` of it), `why` says what for where it is slow.

    `before` runs untimed, before each call.
    """

    name: str
    code: str
    pages: Sequence[str] = ()
    why: str = ""
    before: str = ""
    shown: str = ""
    most: float = float("inf")  # elements up to which it is measured


@dataclass(frozen=True)
class Job:
    """A job, as described in jobs.toml; in devices.toml it has `counts` of elements and `dtypes`, too."""

    id: str
    title: str
    setup: str
    result: str
    ways: Sequence[Way]
    compare: str = ""
    bytes: str = ""
    pays: str = ""
    teardown: str = ""
    counts: Sequence[int] = (1,)
    dtypes: Sequence[str] = ("float32",)


@dataclass
class Timed:
    """Seconds and page faults of one call of a way, round by round."""

    seconds: list[float] = field(default_factory=list)
    faults: list[float] = field(default_factory=list)


def read_jobs(file: Path) -> list[Job]:
    """The jobs of a TOML file; raises TypeError where one has a key that is unknown or lacks one."""
    tables = tomllib.loads(file.read_text(encoding="utf-8"))["job"]
    return [Job(**{**job, "ways": [Way(**way) for way in job["ways"]]}) for job in map(_plural, tables)]


def _plural(table: Mapping[str, Any]) -> dict[str, Any]:
    return {"ways" if key == "way" else key: value for key, value in table.items()}


def function(code: str, names: dict[str, Any], result: str = "None") -> Call:
    """`code` as a function that gives `result`: what it makes is gone when it ends, as in a program."""
    body = "\n".join(f"    {line}" for line in [*code.strip().splitlines(), f"return {result}"])
    made: dict[str, Any] = {}
    exec(compile(f"def way():\n{body}", "way", "exec"), names, made)
    way: Call = made["way"]
    return way


def alternate(
    calls: Mapping[str, Call],
    before: Mapping[str, Call],
    rounds: int = ROUNDS,
    long: float = LONG,
    clock: Callable[[], float] = time.process_time,
) -> dict[str, Timed]:
    """Times all calls once a round, each repeated until `long` seconds passed, but once where something runs before.

    The clock counts the time of this process, which a busy machine changes little; what waits for threads, other
    processes or a device needs the time of the wall.
    """
    repeats = {}
    for name, call in calls.items():
        before.get(name, int)()
        start = clock()
        call()
        took = clock() - start
        repeats[name] = 1 if name in before or took > long else int(long / max(took, 1e-7)) + 1
    timed = {name: Timed() for name in calls}
    for number in range(rounds):
        names = list(calls)
        for name in names[number % len(names) :] + names[: number % len(names)]:
            before.get(name, int)()
            faults = resource.getrusage(resource.RUSAGE_SELF).ru_minflt
            start = clock()
            for _ in range(repeats[name]):
                calls[name]()
            timed[name].seconds.append((clock() - start) / repeats[name])
            more = resource.getrusage(resource.RUSAGE_SELF).ru_minflt - faults
            timed[name].faults.append(more / repeats[name])
    return timed


def figures(timed: Mapping[str, Timed], limit: str = "") -> dict[str, Row]:
    """{way: its milliseconds, and how many times as long as `limit` it takes}, three digits each.

    The ratio is taken round by round: its median, least (`low`) and most (`high`). Without a limit it is to the way
    with the least median. `faults` is the median of the page faults of a call.
    """
    limit = limit or min(timed, key=lambda name: statistics.median(timed[name].seconds))
    rows = {}
    for name, way in timed.items():
        ratios = [seconds / least for seconds, least in zip(way.seconds, timed[limit].seconds, strict=True)]
        found = {"ratio": statistics.median(ratios), "low": min(ratios), "high": max(ratios)}
        found["milliseconds"] = statistics.median(way.seconds) * 1e3
        rows[name] = {key: float(f"{value:.3g}") for key, value in found.items()}
        rows[name]["faults"] = round(statistics.median(way.faults))
    return rows


def memory(result: object, there: object, sources: Iterable[object]) -> str:
    """Whether a result fills memory that is `there`, shares that of a source, or copies."""
    if not isinstance(result, (torch.Tensor, np.ndarray)):
        return "copies"
    if there is not None and _overlap(result, there):
        return "fills"
    return "shares" if any(_overlap(result, source) for source in sources) else "copies"


def _overlap(result: object, other: object) -> bool:
    if isinstance(other, list):
        return any(_overlap(result, item) for item in other[:10])
    arrays = [_array(value) for value in (result, other) if isinstance(value, (torch.Tensor, np.ndarray))]
    return len(arrays) == 2 and np.may_share_memory(*arrays)


def _array(value: Any) -> Any:
    """A tensor as an array, so that results can be compared wherever they lie."""
    return value.detach().cpu().numpy() if isinstance(value, torch.Tensor) else value


def _some(value: Any) -> Any:
    """Some of the elements of a result, in its order."""
    flat = np.asarray(_array(value)).reshape(-1)
    return flat[:: max(1, flat.size // SOME)]


def kept(result: Any) -> Any:
    """A result that a later way, which fills the same memory, does not change."""
    return result.clone() if isinstance(result, torch.Tensor) else copy(result)


def alike(job: Job, results: Mapping[str, Any]) -> None:
    """Raises ValueError where the ways of a job do not make the same."""
    compared = {
        name: eval(job.compare, {job.result: result}) if job.compare else _some(result)
        for name, result in results.items()
    }
    first, *others = compared
    for name in others:
        one, other = compared[first], compared[name]
        if (one != other) if job.compare else not np.allclose(one, other, rtol=1e-3):
            raise ValueError(f"{job.title}: {name!r} makes other values than {first!r}")
