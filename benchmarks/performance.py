"""What crossing costs, beside a memory copy of the same bytes: python -m benchmarks.performance [--record].

Each ratio is of times that were taken in turn in one run: the call, then the copy, some rounds; told are the median,
the lowest and the highest. `--record` writes snippets/recorded/performance.json, which reference/performance shows.
"""

import argparse
import json
import platform
import statistics
import subprocess
import tempfile
import time
import warnings
from collections.abc import Callable
from dataclasses import asdict
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import numpy as np
import pandas as pd
import torch

from snippets.store.files import ROOT, write
from snippets.store.record import PERFORMANCE
from snippets.verify.installed import installed

ROUNDS = 7
LONG = 0.02  # seconds that one timing takes at least, by repeating the call
SIZES = (12, 4 << 10, 1 << 20, 64 << 20)  # bytes
METHODS = (
    "torch.from_numpy(a)", "torch.as_tensor(a)", "torch.asarray(a)", "torch.from_dlpack(a)", "torch.tensor(a)",
    "torch.asarray(a, copy=True)", "torch.from_numpy(a).clone()", "torch.from_numpy(a.copy())", "torch.Tensor(a)",
    "out.copy_(torch.from_numpy(a))", "torch.tensor(a, dtype=torch.float32)", "t.numpy()", "np.asarray(t)",
    "np.from_dlpack(t)", "t.numpy().copy()", "t.tolist()",
)  # fmt: skip
# Elements in a call that is made with one thread and with two.
ELEMENTS = (1 << 12, 1 << 14, 1 << 15, 1 << 16, 1 << 18, 1 << 20, 1 << 23)

IMAGES = "images = np.random.default_rng(0).integers(0, 256, (64, 224, 224, 3), dtype=np.uint8)"
RECIPES = (
    ("uint8 images to float32, channels first", IMAGES,
     "out = torch.empty(64, 3, 224, 224, memory_format=torch.channels_last)",
     "torch.tensor(images.transpose(0, 3, 1, 2) / 255.0, dtype=torch.float32)",
     "torch.from_numpy(images).permute(0, 3, 1, 2).to(torch.float32).div_(255)",
     "out.copy_(torch.from_numpy(images).permute(0, 3, 1, 2)).div_(255)"),
    ("a list of 1,000 arrays of (32, 32)", "arrays = [np.ones((32, 32), np.float32) for _ in range(1000)]",
     "out = torch.empty(1000, 32, 32)", "torch.tensor(arrays)", "torch.from_numpy(np.stack(arrays))",
     "np.stack(arrays, out=out.numpy())"),
    ("20,000 arrays of 3 numbers", "arrays = [np.ones(3, np.float32) for _ in range(20000)]",
     "out = torch.empty(20000, 3)", "torch.stack([torch.tensor(array) for array in arrays])",
     "torch.from_numpy(np.concatenate(arrays)).reshape(-1, 3)",
     "np.concatenate(arrays, out=out.numpy().reshape(-1))"),
    ("a float64 table of 1,000,000 by 20 to float32", "table = np.ones((1_000_000, 20))",
     "out = torch.empty(1_000_000, 20)", "torch.tensor(table).float()", "torch.from_numpy(table.astype(np.float32))",
     "out.copy_(torch.from_numpy(table))"),
    ("1,024 random rows of a memory map", "m = np.load(file, mmap_mode='r')\n"
     "index = np.random.default_rng(0).integers(0, len(m), 1024)", "out = torch.empty(1024, 1024)",
     "torch.tensor([m[row] for row in index])", "torch.from_numpy(m[index])",
     "np.take(m, index, axis=0, out=out.numpy(), mode='clip')"),
    ("a data frame of 200,000 by 20, mixed dtypes", "frame = pd.DataFrame({number: np.arange(200_000).astype("
     "[np.float64, np.int64, np.float32][number % 3]) for number in range(20)})", "out = torch.empty(20, 200_000).T",
     "torch.tensor(frame.values, dtype=torch.float32)",
     "torch.from_numpy(frame.to_numpy(dtype=np.float32, copy=True))",
     "for number, name in enumerate(frame): out.numpy()[:, number] = frame[name].to_numpy()"),
)  # fmt: skip


def timed(call: Callable[[], object]) -> float:
    """Seconds of one call, out of as many as fill LONG."""
    start, count = time.perf_counter(), 0
    while time.perf_counter() - start < LONG:
        call()
        count += 1
    return (time.perf_counter() - start) / count


def compared(call: Callable[[], object], copy: Callable[[], object]) -> dict[str, float]:
    """How many times as long as `copy` a call takes, and its microseconds."""
    call(), copy()
    pairs = [(timed(call), timed(copy)) for _ in range(ROUNDS)]
    ratios = [one / other for one, other in pairs]
    found = {"ratio": statistics.median(ratios), "low": min(ratios), "high": max(ratios)}
    found["microseconds"] = statistics.median(one for one, _ in pairs) * 1e6
    return {name: float(f"{value:.3g}") for name, value in found.items()}


def compiled(code: str, names: dict[str, Any]) -> Callable[[], object]:
    """`code`, which uses `names`, as a function."""
    made = compile(code, "recipe", "eval" if not code.startswith("for ") else "exec")
    return lambda: eval(made, names)


def methods() -> list[dict[str, Any]]:
    """Each call at each size, float32 and uint8, beside a copy of the same bytes into memory that is there."""
    done = []
    for dtype in ("float32", "uint8"):
        for size in SIZES:
            a = np.ones(size // np.dtype(dtype).itemsize, dtype)
            other = np.empty_like(a)
            names = {"np": np, "torch": torch, "a": a, "t": torch.from_numpy(a.copy()), "out": torch.from_numpy(other)}
            for call in METHODS:
                if call == "t.tolist()" and size > 1 << 20:
                    continue  # minutes, and a gigabyte of Python's numbers
                row = {"call": call, "dtype": dtype, "bytes": size}
                done.append(row | compared(compiled(call, names), lambda: np.copyto(other, a)))  # noqa: B023
                print(done[-1])
    return done


def threads() -> list[dict[str, Any]]:
    """How much faster `Tensor.copy_` from float64 to float32 is with two threads than with one, by elements."""
    done = []
    for count in ELEMENTS:
        source, out = torch.ones(count, dtype=torch.float64), torch.empty(count)

        def run(number: int) -> Callable[[], object]:
            def call() -> object:
                torch.set_num_threads(number)
                return out.copy_(source)  # noqa: B023

            return call

        found = compared(run(1), run(2))
        done.append({"elements": count} | {name: found[name] for name in ("ratio", "low", "high")})
        print(done[-1])
    torch.set_num_threads(1)
    return done


def recipes(folder: Path) -> list[dict[str, Any]]:
    """The usual way, the best with a new tensor and the best into one that is there, beside a copy of the result."""
    file = folder / "rows.npy"
    np.save(file, np.ones((65536, 1024), np.float32))
    done = []
    for job, setup, destination, *ways in RECIPES:
        names: dict[str, Any] = {"np": np, "torch": torch, "pd": pd, "file": file}
        exec(f"{setup}\n{destination}", names)
        out = names["out"]
        source, target = np.ones(out.numel(), np.float32), np.empty(out.numel(), np.float32)
        row: dict[str, Any] = {"job": job, "destination": destination}
        for kind, code in zip(("usual", "best", "reused"), ways, strict=True):
            row[kind] = {"code": code} | compared(compiled(code, names), lambda: np.copyto(target, source))  # noqa: B023
            print(job, kind, row[kind])
        expected, best, _ = (compiled(code, names)() for code in ways)
        assert isinstance(expected, torch.Tensor), job
        assert isinstance(best, torch.Tensor), job
        assert torch.allclose(expected, best), job
        assert torch.allclose(expected, out), job
        done.append(row)
    return done


def processor() -> str:
    """The name of this machine's processor."""
    info = Path("/proc/cpuinfo")
    lines = info.read_text().splitlines() if info.exists() else []
    return next((line.partition(": ")[2] for line in lines if line.startswith("model name")), platform.processor())


def main() -> None:
    """Measures everything, prints it, and with --record keeps it."""
    parser = argparse.ArgumentParser()
    parser.add_argument("--record", action="store_true")
    options = parser.parse_args()
    warnings.simplefilter("ignore")
    torch.set_num_threads(1)
    commit = subprocess.run(["git", "rev-parse", "HEAD"], cwd=ROOT, capture_output=True, text=True, check=True).stdout
    with tempfile.TemporaryDirectory() as folder:
        found = {
            "environment": asdict(installed()),
            "machine": processor(),
            "measured": datetime.now(UTC).date().isoformat(),
            "commit": commit.strip(),
            "rounds": ROUNDS,
            "recipes": recipes(Path(folder)),
            "threads": threads(),
            "methods": methods(),
        }
    if options.record:
        write(ROOT / PERFORMANCE, (json.dumps(found, indent=1) + "\n").encode())


if __name__ == "__main__":
    main()
