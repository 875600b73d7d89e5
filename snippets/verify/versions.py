"""Measures pairs of torch and NumPy, each in an environment that is made for it and removed, and keeps what differs.

One pair at a time: a build of torch with CUDA takes 5.5 GB. What is recorded stays recorded when a later pair fails.
"""

import json
import os
import re
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from snippets.problem import Problem
from snippets.recorded import ROOT, Environment, Record, load
from snippets.recorded.cells import parse
from snippets.recorded.matrix import Matrix
from snippets.recorded.pairs import GONE, Ended, Pair, numbers, pair_file, pair_text
from snippets.verify.compare import write

SPACE = 9 << 30  # bytes that must be free: the largest environment, and what pip unpacks
FILE = "snippets/verify/versions.py"
# A suggestion that Python adds to an error, which depends on its release, and the version's own name.
SUGGESTION = re.compile(r"\.? Did you mean: '[^']*'\?")
VERSION = re.compile(r"\b\d+\.\d+\.\d+\+(?:cpu|cu\d+)\b")


@dataclass(frozen=True)
class Wanted:
    """A pair to be measured, and the release of Python that both have builds for."""

    torch: str
    numpy: str
    python: str

    def __str__(self) -> str:
        return f"torch {self.torch}, NumPy {self.numpy}, Python {self.python}"


# Each minor release of torch since 2.0 with a NumPy of its time, those around NumPy 2.0, one that does not fit.
WANTED = tuple(
    Wanted(*line.split())
    for line in (
        "2.15.0 2.5.5 3.12", "2.15.0 2.4.6 3.11", "2.14.1 2.4.6 3.11", "2.12.1 2.4.6 3.11",
        "2.11.0 2.4.6 3.11",
        "2.10.0 2.4.0 3.11", "2.9.1 2.3.5 3.11", "2.8.0 2.3.5 3.11", "2.7.1 2.2.6 3.11",
        "2.6.0 2.2.6 3.11", "2.5.1 2.1.3 3.11", "2.4.1 2.0.2 3.11", "2.3.1 1.26.4 3.11",
        "2.2.2 1.26.4 3.11", "2.2.2 2.1.3 3.11", "2.1.2 1.26.4 3.11", "2.0.1 1.24.4 3.11",
    )
)  # fmt: skip


def without_noise(text: str) -> str:
    """An output without what says nothing of behavior: Python's suggestions, the build in a version."""
    return VERSION.sub("VERSION", SUGGESTION.sub("", text))


def interpreter(python: str) -> Path:
    """An interpreter of release `python` (3.12): on the path, or one of pyenv's; raises Problem if there is none."""
    if found := shutil.which(f"python{python}"):
        probe = subprocess.run([found, "-c", "import venv, ensurepip"], capture_output=True, check=False)
        if probe.returncode == 0:
            return Path(found)
    base = Path(os.environ.get("PYENV_ROOT", Path.home() / ".pyenv")) / "versions"
    if releases := sorted(base.glob(f"{python}.*/bin/python"), key=lambda path: numbers(path.parts[-3])):
        return releases[-1]
    fix = f"install python{python}, or put it on the path; the other pairs are measured"
    found = f"none on the path and none in {base}"
    raise Problem(FILE, 1, f"an interpreter python{python}", found, fix)


def install(wanted: Wanted, folder: Path) -> Path:
    """Makes an environment with the pair in `folder`; its interpreter. Raises Problem with what pip said."""
    free = shutil.disk_usage(folder).free
    if free < SPACE:
        found = f"{free / 1e9:.1f} GB free in {folder}"
        raise Problem(FILE, 1, f"{SPACE / 1e9:.1f} GB for {wanted}", found, "make room, or set TMPDIR")
    base = str(interpreter(wanted.python))
    subprocess.run([base, "-m", "venv", str(folder / "env")], check=True, capture_output=True)
    python = folder / "env/bin/python"
    command = [
        str(python),
        "-m",
        "pip",
        "install",
        "--no-cache-dir",
        "-q",
        f"torch=={wanted.torch}",
        f"numpy=={wanted.numpy}",
    ]
    # A machine's own constraints may forbid a release that exists: the second try is without its settings.
    said = ""
    for env in (os.environ, os.environ | {"PIP_CONFIG_FILE": os.devnull, "PIP_CONSTRAINT": ""}):
        done = subprocess.run(command, env=env, capture_output=True, text=True, check=False)
        if done.returncode == 0:
            return python
        said = done.stderr
    raise Problem(
        FILE, 1, f"{wanted}, installed", "pip cannot install it", "correct WANTED, or see what pip says", said
    )


def measure(wanted: Wanted, record: Record, today: str = "") -> Pair:
    """Installs a pair, runs everything in it, and removes it; where it differs. Raises Problem where that fails."""
    folder = Path(tempfile.mkdtemp(prefix="snippets-pair-"))
    try:
        python = install(wanted, folder)
        env = {key: value for key, value in os.environ.items() if key != "PYTHONPATH"}
        done = subprocess.run(
            [str(python), "-m", "snippets.verify.measure", str(folder / "measured.json")],
            cwd=ROOT, env=env, capture_output=True, text=True, check=False,
        )  # fmt: skip
        if done.returncode:
            fix = f"see what it says; try it: {python.name} -m snippets.verify.measure OUT in that environment"
            raise Problem(FILE, 1, f"{wanted}, measured", f"it ended with {done.returncode}", fix, done.stderr[-3000:])
        found = json.loads((folder / "measured.json").read_text(encoding="utf-8"))
    finally:
        shutil.rmtree(folder, ignore_errors=True)
    return pair_of(found, record, today or datetime.now(UTC).date().isoformat())


def pair_of(found: Mapping[str, Any], record: Record, today: str) -> Pair:
    """What was measured, as differences from `record`; what differs between two runs of one pair is left out."""
    recorded = {name: Ended(one.ending.exit, one.output) for name, one in record.examples.items()}
    recorded |= {name: Ended("0", "") for name in record.facts}
    runs = {}
    for name, one in found["runs"].items():
        ended, before = Ended(**one), recorded.get(name)
        if before is None or name in found["unsteady"]:
            continue
        if (ended.exit, without_noise(ended.output)) != (before.exit, without_noise(before.output)):
            runs[name] = ended
    matrix, _ = parse(found["matrix"])
    known = frozenset(found["runs"]) & frozenset(recorded) - frozenset(found["unsteady"])
    return Pair(Environment(**found["environment"]), today, known, runs, differing(record.matrix, matrix))


def differing(pinned: Matrix, other: Matrix) -> Matrix:
    """The cells of `other` that are not as in `pinned`, GONE for those that it has not."""
    cells = {key: result for key, result in other.cells.items() if result != pinned.cells.get(key)}
    cells |= {key: GONE for key in pinned.cells if key not in other.cells}
    absent = {key: why for key, why in other.absent.items() if pinned.absent.get(key) != why}
    return Matrix(cells, absent)


def run(
    root: Path, wanted: Iterable[Wanted], tell: Callable[[str], None] = print, again: bool = False
) -> list[Problem]:
    """Measures each pair that is not recorded (`again`: each) and records it; what went wrong, the others are done."""
    record, problems = load(root), []
    for one in wanted:
        file = pair_file(one.torch, one.numpy)
        if (root / file).exists() and not again:
            tell(f"recorded  {one}")
            continue
        tell(f"measuring {one}")
        try:
            pair = measure(one, record)
        except Problem as problem:
            tell(f"failed    {one}: {problem.found}")
            problems.append(problem)
            continue
        write(root / file, pair_text(pair).encode())
        tell(f"recorded  {one}: {len(pair.runs)} runs and {len(pair.matrix.cells):,} cells differ")
    return problems


def python_here() -> str:
    """The release of Python that runs this: 3.11."""
    return f"{sys.version_info.major}.{sys.version_info.minor}"
