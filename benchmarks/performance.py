"""What crossing costs, beside a memory copy and fresh memory: python -m benchmarks.performance [--record].

The jobs and the ways that people write are in jobs.toml; how they are timed is in rounds.py. `--record` writes
snippets/recorded/performance.json, which reference/performance shows.
"""

import json
import os
import platform
import statistics
import subprocess
import sys
import tempfile
import time
import warnings
from collections.abc import Callable, Iterator
from contextlib import chdir
from dataclasses import asdict
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import numpy as np
import pandas as pd
import torch

from benchmarks.options import options
from benchmarks.rounds import ROUNDS, Job, Row, alike, alternate, figures, function, kept, memory, read_jobs
from snippets.store.files import ROOT, seal, write
from snippets.store.record import PERFORMANCE
from snippets.verify.installed import installed

JOBS = ROOT / "benchmarks/jobs.toml"
SIZES = (12, 4 << 10, 1 << 20, 64 << 20)  # bytes
CALLS = (
    "torch.from_numpy(a)", "torch.as_tensor(a)", "torch.asarray(a)", "torch.from_dlpack(a)", "torch.tensor(a)",
    "torch.asarray(a, copy=True)", "torch.from_numpy(a).clone()", "torch.from_numpy(a.copy())", "torch.Tensor(a)",
    "out.copy_(torch.from_numpy(a))", "torch.tensor(a, dtype=torch.float32)", "t.numpy()", "np.asarray(t)",
    "np.from_dlpack(t)", "t.numpy().copy()", "t.tolist()",
)  # fmt: skip
# What no way that writes as many bytes can beat by much, whatever it converts.
LIMITS = {
    "a memory copy": "np.copyto(target, source)",
    "fresh memory from torch": "torch.empty(len(source), dtype=torch.uint8).fill_(1)",
    "fresh memory from NumPy": "np.empty(len(source), np.uint8).fill(1)",
}
# Elements in a call that is made with one thread and with two.
ELEMENTS = (1 << 12, 1 << 14, 1 << 15, 1 << 16, 1 << 18, 1 << 20, 1 << 23)
THREADED = {
    "copy_, float64 to float32": "out.copy_(wide)",
    "copy_, the same dtype": "out.copy_(same)",
    "np.copyto, float64 to float32": "np.copyto(array, doubles, casting='same_kind')",
}
TEXTS = {
    "a list of a million strings": "texts = [f'sample {number}' for number in range(1_000_000)]",
    "an array of the same text": "texts = np.array([f'sample {number}' for number in range(1_000_000)])",
}


def limits(count: int) -> dict[str, Callable[[], Any]]:
    """The calls of LIMITS for `count` bytes."""
    names = {"np": np, "torch": torch, "source": np.ones(count, np.uint8), "target": np.ones(count, np.uint8)}
    return {name: function(code, names) for name, code in LIMITS.items()}


def measured(job: Job, rounds: int) -> Row:
    """A job with the figures of each of its ways, the best first, and those of the limits."""
    names: dict[str, Any] = {"np": np, "torch": torch, "pd": pd}
    exec(job.setup, names)
    there = names.get(job.result)
    sources = [value for name, value in names.items() if name != job.result]
    calls = {way.name: function(way.code, names, job.result) for way in job.ways}
    results, kinds = {}, {}
    for name, call in calls.items():
        if there is not None:
            there.zero_()  # a way that fills nothing is told
        result = call()
        kinds[name] = memory(result, there, sources)
        results[name] = kept(result)
    alike(job, results)
    count = int(eval(job.bytes, names) if job.bytes else getattr(results.popitem()[1], "nbytes", 0))
    results.clear()
    every = calls | (limits(count) if count else {})
    timed = alternate(every, {}, rounds)
    best = min(calls, key=lambda name: statistics.median(timed[name].seconds))
    rows = figures(timed, best)
    about = {way.name: {"code": way.code.strip(), "why": way.why} for way in job.ways}
    about |= {name: {"code": code, "why": ""} for name, code in LIMITS.items()}
    ways = [{"name": name, "memory": kinds.get(name, "limit")} | about[name] | row for name, row in rows.items()]
    return {
        "id": job.id, "title": job.title, "setup": job.setup.strip(), "pays": job.pays, "bytes": count,
        "ways": sorted(ways, key=lambda way: way["milliseconds"]),
    }  # fmt: skip


def calls(rounds: int) -> Iterator[Row]:
    """Each call at each size, float32 and uint8, beside the limits for as many bytes."""
    for dtype in ("float32", "uint8"):
        for size in SIZES:
            a = np.ones(size // np.dtype(dtype).itemsize, dtype)
            out = torch.from_numpy(np.ones_like(a))
            names = {"np": np, "torch": torch, "a": a, "t": torch.from_numpy(a.copy()), "out": out}
            # At 64 MiB a list of numbers takes minutes, and a gigabyte of Python's numbers.
            codes = [code for code in CALLS if code != "t.tolist()" or size <= 1 << 20]
            made = {code: function("", names, code) for code in codes}
            kinds = {code: memory(call(), out, (a, names["t"])) for code, call in made.items()}
            for code, row in figures(alternate(made | limits(size), {}, rounds)).items():
                kept = {key: row[key] for key in ("milliseconds", "faults")}
                yield {"call": code, "dtype": dtype, "bytes": size, "memory": kinds.get(code, "limit")} | kept


def threads(rounds: int) -> Iterator[Row]:
    """How many times as fast calls are with two threads as with one, by elements."""
    for count in ELEMENTS:
        names = {"np": np, "torch": torch, "out": torch.empty(count), "same": torch.ones(count)}
        names |= {"wide": torch.ones(count).double(), "doubles": np.ones(count), "array": np.ones(count, np.float32)}
        for name, code in THREADED.items():
            one, two = (function(f"torch.set_num_threads({number})\n{code}", names) for number in (1, 2))
            row = figures(alternate({"one": one, "two": two}, {}, rounds, clock=time.perf_counter), "two")["one"]
            yield {"call": name, "elements": count} | {key: row[key] for key in ("ratio", "low", "high")}
    torch.set_num_threads(1)


def workers() -> Iterator[Row]:
    """Memory that a forked process has for itself before and after it reads each of a million texts, in MB."""
    for name, setup in TEXTS.items():
        names: dict[str, Any] = {"np": np}
        exec(setup, names)
        reading, writing = os.pipe()
        if not (child := os.fork()):
            before = _own_memory()
            for text in names["texts"]:
                len(text)
            os.write(writing, f"{before} {_own_memory()}".encode())
            os._exit(0)
        os.waitpid(child, 0)
        before, after = map(int, os.read(reading, 100).split())
        yield {"name": name, "code": setup, "before": round(before / 1000), "after": round(after / 1000)}


def _own_memory() -> int:
    """Kilobytes of memory that this process shares with no other."""
    lines = Path("/proc/self/smaps_rollup").read_text().splitlines()
    return sum(int(line.split()[1]) for line in lines if line.startswith("Private_"))


def huge_fresh() -> Row:
    """Fresh memory of the largest size from torch when it asks for huge pages, in a process of its own."""
    code = (
        "import json; from benchmarks.performance import LIMITS, SIZES, limits; from benchmarks.rounds import *\n"
        "torch.set_num_threads(1); name = list(LIMITS)[1]\n"
        "print(json.dumps(figures(alternate({name: limits(SIZES[-1])[name]}, {}))[name]))"
    )
    environment = {**os.environ, "THP_MEM_ALLOC_ENABLE": "1", "PYTHONPATH": str(ROOT)}
    done = subprocess.run([sys.executable, "-c", code], env=environment, capture_output=True, text=True, check=True)
    row: Row = json.loads(done.stdout)
    return {key: row[key] for key in ("milliseconds", "faults")}


def huge_pages() -> str:
    """Whether Linux gives transparent huge pages: always, to who asks (madvise), never."""
    setting = Path("/sys/kernel/mm/transparent_hugepage/enabled")
    return setting.read_text().partition("[")[2].partition("]")[0] if setting.exists() else "unknown"


def processor() -> str:
    """The name of this machine's processor."""
    info = Path("/proc/cpuinfo")
    lines = info.read_text().splitlines() if info.exists() else []
    return next((line.partition(": ")[2] for line in lines if line.startswith("model name")), platform.processor())


def about() -> Row:
    """Where, when and with what this is measured."""
    commit = subprocess.run(["git", "rev-parse", "HEAD"], cwd=ROOT, capture_output=True, text=True, check=True).stdout
    today = datetime.now(UTC).date().isoformat()
    return {"environment": asdict(installed()), "machine": processor(), "measured": today, "commit": commit.strip()}


def told(rows: Iterator[Row]) -> list[Row]:
    """The rows, each printed when it is measured."""
    done = []
    for row in rows:
        print(json.dumps(row))
        done.append(row)
    return done


def main() -> None:
    """Measures everything, prints it, and with --record keeps it."""
    chosen = options(__doc__, record=False, rounds=ROUNDS)
    warnings.simplefilter("ignore")
    torch.set_num_threads(1)
    with tempfile.TemporaryDirectory() as folder, chdir(folder):
        found = about() | {
            "rounds": chosen.rounds,
            "workers": told(workers()),
            "jobs": told(measured(job, chosen.rounds) for job in read_jobs(JOBS)),
            "threads": told(threads(chosen.rounds)),
            "calls": told(calls(chosen.rounds)),
            "huge_pages": huge_pages(),
            "huge_fresh": huge_fresh(),
        }
    if chosen.record:
        write(ROOT / PERFORMANCE, seal(json.dumps(found, indent=1)))


if __name__ == "__main__":
    main()
