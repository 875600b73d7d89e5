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
import time
from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

from snippets.problem import Problem
from snippets.recorded import ROOT, Environment, load, script_file
from snippets.recorded.cells import MATRIX
from snippets.recorded.facts import FACTS
from snippets.recorded.matrix import Matrix
from snippets.recorded.pairs import (
    PAIRS,
    PLATFORMS,
    Pair,
    age,
    file_of,
    files_of,
    marks,
    nearest_pair,
    numbers,
    pair_text,
    read_pairs,
)
from snippets.verify.compare import write
from snippets.verify.measure import measured as measure_here
from snippets.verify.pairs import Measured, all_of, compared, joined, measured_of, pair_of, read_measured, rebased

SPACE = 9 << 30  # bytes that must be free: the largest environment, and what pip unpacks
FILE = "snippets/verify/versions.py"
OTHERS = ("matplotlib", "pandas", "pillow", "scikit-learn", "scipy")
# What pip says of a pair that does not exist, whatever the network does.
IMPOSSIBLE = re.compile(r"No matching distribution found for .*|Cannot install .* because .*")


class Impossible(Exception):
    """A pair that cannot be installed (in pip's words) or does not work together (in Python's)."""


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
    """Makes an environment with the pair in `folder`; its interpreter. Raises Impossible or Problem, as pip says."""
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
            # What examples import besides, in releases that fit; an example whose library is missing is not run.
            others = [str(python), "-m", "pip", "install", "--no-cache-dir", "-q", *OTHERS]
            pins = [f"torch=={wanted.torch}", f"numpy=={wanted.numpy}"]
            subprocess.run([*others, *pins], env=env, capture_output=True, check=False)
            return python
        said = done.stderr
    if why := IMPOSSIBLE.search(said):
        raise Impossible(f"pip: {why[0]}")
    raise Problem(
        FILE, 1, f"{wanted}, installed", "pip cannot install it", "correct WANTED, or see what pip says", said
    )


def measure(wanted: Wanted, names: Iterable[str]) -> Measured:
    """Installs a pair, runs `names` (examples, facts, methods of the matrix) in it, and removes it; what they gave.

    Raises Impossible where the pair cannot be installed or does not work together, which is a result, and Problem
    where the measuring itself fails.
    """
    folder = Path(tempfile.mkdtemp(prefix="snippets-pair-"))
    try:
        python = install(wanted, folder)
        env = {key: value for key, value in os.environ.items() if key != "PYTHONPATH"}
        (folder / "names").write_text(" ".join(names), encoding="utf-8")
        if broken := does_not_work(python, env):
            raise Impossible(broken)
        done = subprocess.run(
            [str(python), "-m", "snippets.verify.measure", str(folder / "names"), str(folder / "measured.json")],
            cwd=ROOT, env=env, capture_output=True, text=True, check=False,
        )  # fmt: skip
        if done.returncode:
            fix = f"see what it says; try it: {python.name} -m snippets.verify.measure NAMES OUT in that environment"
            raise Problem(FILE, 1, f"{wanted}, measured", f"it ended with {done.returncode}", fix, done.stderr[-3000:])
        return read_measured(json.loads((folder / "measured.json").read_text(encoding="utf-8")))
    finally:
        shutil.rmtree(folder, ignore_errors=True)


def does_not_work(python: Path, env: Mapping[str, str]) -> str:
    """What an interpreter says last if torch and NumPy do not work together in it; "" if they do."""
    probe = "import numpy, torch; torch.from_numpy(numpy.zeros(1)).numpy()"
    done = subprocess.run([str(python), "-c", probe], env=env, capture_output=True, text=True, check=False)
    return done.stderr.strip().split("\n")[-1] if done.returncode else ""


def run(
    root: Path, wanted: Iterable[Wanted], tell: Callable[[str], None] = print, again: bool = False
) -> list[Problem]:
    """Measures of each pair what is not recorded (`again`: everything); what went wrong, the others are done."""
    record, problems = load(root), list[Problem]()
    mark, today = marks(record), datetime.now(UTC).date().isoformat()
    before = {pair.name: pair for pair in read_pairs(root)}
    for one in wanted:
        old = before.get(f"torch {one.torch}, numpy {one.numpy}")
        names = sorted(name for name, of in mark.items() if again or not old or of not in old.known)
        if old and not again and (not names or old.broken):
            tell(f"recorded  {one}")
            continue
        tell(f"measuring {one}: {len(names)} examples, facts and methods")
        began = time.monotonic()
        try:
            measured = measure(one, names)
            if old and not again:
                measured = joined(measured_of(old, record), measured)
            pair = pair_of(measured, record, today)
        except Impossible as error:
            here = Environment(one.torch, one.numpy, one.python, record.environment.platform)
            pair = Pair(here, today, frozenset(), {}, Matrix(), broken=str(error))
        except Problem as problem:
            tell(f"failed    {one}: {problem.found}")
            problems.append(problem)
            continue
        write_pairs(root, [*(one for one in read_pairs(root) if one.name != pair.name), pair], record.environment)
        write_page(root, pair)
        told = pair.broken or f"{len(pair.runs)} runs and {len(pair.matrix.cells):,} cells differ"
        tell(f"recorded  {one}: {told} ({time.monotonic() - began:.0f} s)")
    return problems


PAIR_PAGES = "docs/reference/versions"
PAGE = """---
title: With {name}
description: What differs with {name} from the pages of this site - examples, facts and cells of the matrix.
search:
  exclude: true
---

# With {name}

::: pair {leaf}
"""


def write_pairs(root: Path, pairs: Sequence[Pair], pinned: Environment) -> None:
    """Writes the records of all pairs: where one changes, those that build on it are written anew."""
    for file, text in files_of(pairs, pinned).items():
        write(root / file, text.encode())


def write_page(root: Path, pair: Pair) -> None:
    """The page of a pair, which says what is otherwise there; made once."""
    page = root / f"{PAIR_PAGES}/{pair.leaf}.md"
    if not page.exists():
        name = f"torch {pair.environment.torch} and NumPy {pair.environment.numpy}"
        write(page, PAGE.format(name=name, leaf=pair.leaf).encode())


def check_here(root: Path, names: Collection[str], tell: Callable[[str], None] = print) -> list[Problem]:
    """Runs `names` with what is installed here, which is not the pinned pair, and compares with the nearest record."""
    record, platforms = load(root), read_pairs(root, PLATFORMS)
    measured = read_measured(measure_here(root, names))
    where = measured.environment
    pinned = (where.torch, where.numpy) == (record.environment.torch, record.environment.numpy)
    of = [pair for pair in platforms if pair.environment.platform == where.platform] if pinned else record.pairs
    working = [pair for pair in of if not pair.broken]
    pair = nearest_pair(where, working, record.environment)
    against = f"the record of {pair.name}, {pair.environment.platform}" if pair else "the pages"
    found = compared(measured, record, pair)
    tell(f"torch {where.torch}, NumPy {where.numpy}, Python {where.python}, {where.platform}: compared with {against}")
    tell(f"as on the pages: {found.same:,}")
    tell(f"known to differ: {len(found.known)}" + "".join(f"\n  {name}" for name in found.known))
    fix = "report it with these lines; or record it: python -m snippets versions here"
    return [
        Problem(_file_of(name), 1, f"{name} as with {against}", "something new", fix, f"-{wanted}\n+{now}")
        for name, (wanted, now) in found.new.items()
    ]


def _file_of(name: str) -> str:
    if " " in name:
        return MATRIX
    return f"{FACTS}/{name.partition('#')[0]}.py" if "#" in name else script_file(name)


def record_here(root: Path, tell: Callable[[str], None] = print) -> list[Problem]:
    """Measures what is installed here, on this platform, and records where it differs from the pages."""
    record = load(root)
    measured = read_measured(measure_here(root, set(marks(record))))
    if measured.environment == record.environment:
        found = f"{measured.environment.platform} with the pinned pair, which the pages themselves are of"
        fix = "run: python -m snippets update"
        return [Problem(FILE, 1, "another platform or other releases", found, fix)]
    pair = pair_of(measured, record, datetime.now(UTC).date().isoformat())
    file = file_of(pair.environment, record.environment)
    if file.startswith(PAIRS):
        others = [one for one in read_pairs(root) if one.name != pair.name]
        write_pairs(root, [*others, pair], record.environment)
        write_page(root, pair)
    else:
        write(root / file, pair_text(pair).encode())
    tell(f"recorded  {file}: {len(pair.runs)} runs and {len(pair.matrix.cells):,} cells differ")
    return []


def upgrade(root: Path, torch: str, numpy: str, tell: Callable[[str], None] = print) -> list[Problem]:
    """Makes another pair the pinned one: installs it, records everything with it, and keeps the old one as a pair.

    What is known of the other pairs is written anew as differences from the new one; nothing of them is run. What
    `update` refuses is told by it, and stays as it was: correct it, and update that.
    """
    before = load(root)
    for file in ("requirements.txt", "constraints.txt"):
        text = (root / file).read_text(encoding="utf-8")
        pinned = re.sub(r"(?m)^torch==\S+", f"torch=={torch}", text)
        write(root / file, re.sub(r"(?m)^numpy==\S+", f"numpy=={numpy}", pinned).encode())
    for command in (["pip", "install", "-q", f"torch=={torch}", f"numpy=={numpy}"], ["snippets", "update"]):
        tell(f"running   python -m {' '.join(command)}")
        done = subprocess.run([sys.executable, "-m", *command], cwd=root, check=False)
        if done.returncode and command[0] == "pip":
            fix = "run: git checkout requirements.txt constraints.txt"
            return [Problem(FILE, 1, f"torch {torch} and NumPy {numpy}, installed", "pip failed; see above", fix)]
    after = load(root)
    if after.environment == before.environment:
        found = f"everything as with torch {before.environment.torch}"
        return [Problem(FILE, 1, f"a record of torch {torch}, NumPy {numpy}", found, "see what update says above")]
    old = pair_of(all_of(before), after, before.recorded)
    pairs = [old, *(rebased(pair, before, after) for pair in before.pairs)]
    for pair in pairs:
        if pair.name == f"torch {torch}, numpy {numpy}":
            (root / file_of(pair.environment)).unlink(missing_ok=True)
            (root / f"{PAIR_PAGES}/{pair.leaf}.md").unlink(missing_ok=True)
        else:
            write_page(root, pair)
    write_pairs(root, [pair for pair in pairs if age(pair.environment) != age(after.environment)], after.environment)
    tell(f"pinned    torch {torch}, NumPy {numpy}; {len(pairs) - 1} other pairs compared with it")
    return []
