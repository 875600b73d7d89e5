"""What crossing to a GPU and back costs: python -m benchmarks.devices [--record].

The jobs are in devices.toml: the first way of each is its limit, and every figure is a ratio to that, round by round.
Each call ends with a synchronization. Without an NVIDIA GPU nothing is measured. `--record` writes
snippets/recorded/devices.json, with the name of the GPU, which reference/performance shows. It takes a few minutes.
"""

import json
import sys
import time
import traceback
import warnings
from collections.abc import Callable, Iterator
from typing import Any

import numpy as np
import torch

from benchmarks.options import options
from benchmarks.performance import about, told
from benchmarks.rounds import ROUNDS, Job, Row, alike, alternate, figures, function, kept, read_jobs
from snippets.store.files import ROOT, seal, write
from snippets.store.record import DEVICES

JOBS = ROOT / "benchmarks/devices.toml"
Wait = Callable[[], None]


def measured(job: Job, wait: Wait, rounds: int, most: int = sys.maxsize) -> Iterator[Row]:
    """The rows of a job for each dtype: every way at every count, but no larger one than `most`.

    `wait` returns when the device has done all that was begun.
    """
    for dtype in job.dtypes:
        rows: list[Row] = []
        for count in sorted({min(count, most) for count in job.counts}):
            rows += at_count(job, count, dtype, wait, rounds)
        yield {"id": job.id, "title": job.title, "dtype": dtype if len(job.dtypes) > 1 else "", "rows": rows}


def at_count(job: Job, count: int, dtype: str, wait: Wait, rounds: int) -> list[Row]:
    """All ways of a job, in turn, with `count` elements of `dtype`, after a look at what each of them makes."""
    names: dict[str, Any] = {"np": np, "torch": torch, "count": count, "dtype": dtype}
    exec(job.setup, names)
    try:
        ways = {way.name: way for way in job.ways if count <= way.most}
        calls = {name: waiting(function(way.code, names, job.result), wait) for name, way in ways.items()}
        before = {name: function(way.before, names) for name, way in ways.items() if way.before}
        results = {}
        for name, call in calls.items():
            results[name] = kept(call())
        alike(job, results)
        limit = next(iter(results))
        moved = getattr(results[limit], "nbytes", 0)
        results.clear()
        rows = figures(alternate(calls, before, rounds, clock=time.perf_counter), limit)
    finally:
        exec(job.teardown, names)
    return [
        {"name": name, "code": ways[name].code.strip(), "count": count, "bytes": moved} | rows[name] for name in rows
    ]


def waiting(call: Callable[[], Any], wait: Wait) -> Callable[[], Any]:
    """`call`, which returns when the device has done what it began."""

    def whole() -> Any:
        result = call()
        wait()
        return result

    return whole


def main() -> None:
    """Measures all jobs, prints them, and with --record keeps them; says so where there is no GPU."""
    chosen = options(__doc__, record=False, rounds=ROUNDS)
    if not torch.cuda.is_available():
        print("nothing was measured: this needs an NVIDIA GPU, and a torch that can use it")
        return
    warnings.simplefilter("ignore")
    tables: list[Row] = []
    for job in read_jobs(JOBS):
        try:
            tables += told(measured(job, torch.cuda.synchronize, chosen.rounds))
        except Exception:  # time on a GPU is dear: the other jobs are measured, and this one is told
            traceback.print_exc()
    found = about() | {"gpu": torch.cuda.get_device_name(), "rounds": chosen.rounds, "jobs": tables}
    if chosen.record:
        write(ROOT / DEVICES, seal(json.dumps(found, indent=1)))
    left_out = [job.id for job in read_jobs(JOBS) if job.id not in {table["id"] for table in tables}]
    if left_out:
        sys.exit(f"not measured: {', '.join(left_out)}")


if __name__ == "__main__":
    main()
