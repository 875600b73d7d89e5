"""Measures other releases of torch and NumPy, each in an environment that uv makes for it and removes, and keeps all.

One release at a time: a build of torch with CUDA takes 5.5 GB. What is recorded stays recorded when a later one fails.
"""

import os
import re
import shutil
import subprocess
import sys
import tempfile
import time
from collections import Counter
from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from snippets.matrix.axes import METHOD_NAMED
from snippets.problem import Problem
from snippets.store import examples
from snippets.store import releases as stored
from snippets.store.differences import alike, is_chance
from snippets.store.examples import script_file
from snippets.store.facts import FACTS
from snippets.store.files import ROOT, write
from snippets.store.libraries import LIBRARIES, used_by
from snippets.store.record import load
from snippets.store.types import MISSING, Ended, Environment, Key, Matrix, Release, Result
from snippets.verify.installed import installed, today
from snippets.verify.measure import measured, scripts_in

SPACE = 9 << 30  # bytes that must be free: the largest environment, and what is unpacked
FILE = "snippets/verify/releases.py"
# What our own modules need there, and what examples import besides: in releases that fit.
OURS = ("msgspec", "packaging", "tqdm")
IMPOSSIBLE = re.compile(r"No solution found when resolving .*?(?:cause:|╰─▶) (.*?)(?:\n\n|\Z)", re.DOTALL)


def recorded(root: Path) -> dict[str, Environment]:
    """The other releases that are recorded, the newest first, by what a command calls them: TORCH/NUMPY."""
    environments = [release.environment for release in stored.read_releases(root)]
    return {f"{environment.torch}/{environment.numpy}": environment for environment in environments}


def release_named(name: str) -> Environment:
    """The release, for this platform, that TORCH/NUMPY/PYTHON names."""
    torch, numpy, python = name.split("/")
    return Environment(torch, numpy, python, installed().platform)


def measure(wanted: Environment, names: Iterable[str], beside: str = "") -> Release:
    """Installs a release, measures `names` (examples, facts, matrix/METHOD) with it, and removes it; what it gave.

    With `beside`, LIBRARY==VERSION, that release of a library that examples import is installed with it.

    One that cannot be installed, or does not work, is a result, too: it is `broken`. Raises Problem where the
    measuring itself fails.
    """
    with tempfile.TemporaryDirectory(prefix="snippets-release-", ignore_cleanup_errors=True) as temporary:
        folder, free = Path(temporary), shutil.disk_usage(temporary).free
        if free < SPACE:
            raise Problem.of(FILE, 1, "no_space", space=SPACE / 1e9, free=free / 1e9, release=wanted, folder=folder)
        (folder / "names").write_text(" ".join(names), encoding="utf-8")
        pins = [f"torch=={wanted.torch}", f"numpy=={wanted.numpy}", *OURS, *LIBRARIES.values(), *filter(None, [beside])]
        command = [sys.executable, "-m", "uv", "run", "--isolated", "--no-project", "--python", wanted.python]
        command += ["--cache-dir", str(folder / "cache"), *(f"--with={pin}" for pin in pins)]
        command += ["python", "-m", "snippets.verify.measure", str(folder / "names"), str(folder / "release.json")]
        env = os.environ | {"PATH": interpreters()}
        done = subprocess.run(command, cwd=ROOT, env=env, capture_output=True, text=True, check=False)
        if (folder / "release.json").exists():
            return stored.read_file(folder, "release.json")
        if why := IMPOSSIBLE.search(done.stderr):
            here = replace(wanted, platform=installed().platform)
            return Release(here, today(), broken=f"uv: {' '.join(why[1].split())}")
        said = done.stderr[-3000:]
        raise Problem.of(FILE, 1, "measuring_failed", release=wanted, status=done.returncode, detail=said)


def interpreters() -> str:
    """The path on which uv looks for an interpreter: with those of pyenv, whose commands start only the chosen one."""
    base = Path(os.environ.get("PYENV_ROOT", Path.home() / ".pyenv")) / "versions"
    return os.pathsep.join([*map(str, sorted(base.glob("*/bin"))), os.environ.get("PATH", "")])


def marks_in(root: Path) -> dict[str, str]:
    """{example or fact: the mark of its script as it is now}."""
    return {name: stored.mark(script) for name, script in scripts_in(root).items()}


def unmeasured(root: Path, release: Release) -> list[str]:
    """What is not known of `release`: examples and facts as they are now, and matrix/METHOD that has a new cell."""
    marks = marks_in(root)
    known = release.runs_now(marks)
    names = [name for name in marks if name not in known]
    unknown = [key for key in stored.read_pinned(root).matrix.cells if key not in release.matrix.cells]
    new = {key[0] for key in unknown if (METHOD_NAMED[key[0]].direction, *key[1:]) not in release.matrix.absent}
    return [*names, *(f"matrix/{method}" for method in sorted(new))]


def joined(root: Path, before: Release, after: Release) -> Release:
    """What was measured `before` of a release and what was measured since, which counts."""
    marks, methods = marks_in(root), {key[0] for key in after.matrix.cells}
    runs = {**before.runs, **before.runs_now(marks), **after.runs}
    runs = {name: ran for name, ran in runs.items() if name in marks}
    cells = {key: result for key, result in before.matrix.cells.items() if key[0] not in methods}
    matrix = Matrix({**cells, **after.matrix.cells}, {**before.matrix.absent, **after.matrix.absent})
    return replace(after, runs=runs, matrix=matrix)


def run(
    root: Path, wanted: Iterable[Environment], tell: Callable[[str], None] = print, again: bool = False
) -> list[Problem]:
    """Measures of each release what is not recorded (`again`: everything); what went wrong, the others are done."""
    problems = list[Problem]()
    before = {} if again else {release.name: release for release in stored.read_releases(root)}
    for environment in wanted:
        nothing = Release(environment, "")
        old = before.get(nothing.name, nothing)
        names = unmeasured(root, old)
        if not names or old.broken:
            tell(f"recorded  {environment}")
            continue
        tell(f"measuring {environment}: {len(names)} examples, facts and methods")
        began = time.monotonic()
        try:
            new = measure(environment, names)
        except Problem as problem:
            tell(f"failed    {environment}: {problem.found}")
            problems.append(problem)
            continue
        record(root, joined(root, old, new))
        counts = f"{len(new.runs):,} runs and {len(new.matrix.cells):,} cells"
        tell(f"recorded  {environment}: {new.broken or counts} ({time.monotonic() - began:.0f} s)")
    return problems


def run_beside(root: Path, requirement: str, tell: Callable[[str], None] = print) -> list[Problem]:
    """Measures what imports a library with another release of that, LIBRARY==VERSION, and records it."""
    library, _, version = requirement.partition("==")
    names = [name for name, script in scripts_in(root).items() if library in used_by([script])]
    release = measure(stored.read_pinned(root).environment, names, requirement)
    if release.broken:
        return [Problem.of(FILE, 1, "not_beside", requirement=requirement, why=release.broken)]
    file = f"{stored.BESIDE}/{library}-{version}.json"
    stored.write_release(root, file, release)
    tell(f"recorded  {file}: {len(release.runs)} runs")
    return []


def record(root: Path, release: Release) -> str:
    """Writes the record of a release that is not the pinned one, or of a platform; the path of its file.

    That its page is there is a gate of the build, which names what to do.
    """
    file = stored.file_of(release.environment, stored.read_pinned(root).environment)
    stored.write_release(root, file, release)
    return file


def record_here(root: Path, tell: Callable[[str], None] = print) -> list[Problem]:
    """Measures what is installed here, on this platform, and records it."""
    release = measured(root, unmeasured(root, Release(installed(), "")))
    if release.environment == stored.read_pinned(root).environment:
        return [Problem.of(FILE, 1, "not_another", platform=release.environment.platform)]
    file = record(root, release)
    tell(f"recorded  {file}: {len(release.runs):,} runs and {len(release.matrix.cells):,} cells")
    return []


@dataclass(frozen=True)
class Comparison:
    """What a measurement gave as against a recorded release: how much is `same` as on the pages, what is otherwise.

    `known` differs from the pages as the record of that release says; `new` is as on neither, or as on the pages where
    the record says otherwise: {name: (expected, now)}. Cells are told by method.
    """

    same: int
    known: Sequence[str]
    new: Mapping[str, tuple[str, str]]


Results = dict[Any, Ended | Result]  # of runs by their names, of cells by their keys


def comparison(fresh: Release, pinned: Release, near: Release) -> Comparison:
    """Compares what was measured with a recorded release `near`, which may be the pinned one; both hold their runs."""
    measured: Results = {**fresh.runs, **cells_as_expected(pinned.matrix, fresh)}
    on_pages: Results = {**pinned.runs, **pinned.matrix.cells}
    same = {name: ran for name, ran in near.runs.items() if name in fresh.runs and ran.mark == fresh.runs[name].mark}
    expected = {**on_pages, **same, **cells_as_expected(pinned.matrix, near)}
    known, new = Counter[str](), dict[str, tuple[str, str]]()
    for name, now in measured.items():
        if _unlike(expected[name], now, fresh):
            new[name if isinstance(name, str) else " ".join(name)] = _shown(expected[name]), _shown(now)
        elif _unlike(on_pages[name], now, fresh):
            known[name if isinstance(name, str) else f"matrix/{name[0]}"] += 1
    lines = [f"{name} ({count} cells)" if name.startswith("matrix/") else name for name, count in known.items()]
    return Comparison(len(measured) - len(new) - known.total(), lines, new)


def cells_as_expected(pinned: Matrix, release: Release) -> dict[Key, Result]:
    """What the cells of `pinned` are with a release, of the methods that it has; MISSING where it lacks the cell."""
    methods = {method for method, _, _ in release.matrix.cells}
    return {key: release.matrix.cells.get(key, MISSING) for key in pinned.cells if key[0] in methods}


def _unlike(expected: Ended | Result, now: Ended | Result, fresh: Release) -> bool:
    if isinstance(expected, Result) and isinstance(now, Result):
        return expected != now and not is_chance(fresh.environment, expected, now)
    return not (isinstance(expected, Ended) and isinstance(now, Ended) and alike(expected, now))


def _shown(result: Ended | Result) -> str:
    return f"[{result.exit}] {result.output}" if isinstance(result, Ended) else str(result)


def nearest_release(environment: Environment, releases: Sequence[Release]) -> Release:
    """The one of `releases` to compare an installation with: the same, the next older, or the oldest."""
    older = [release for release in releases if stored.age(release.environment) <= stored.age(environment)]
    by_age = {release: stored.age(release.environment) for release in older or releases}
    return max(older, key=by_age.__getitem__) if older else min(releases, key=by_age.__getitem__)


def check_here(root: Path, names: Collection[str], tell: Callable[[str], None] = print) -> list[Problem]:
    """Runs `names` with what is installed here, which is not the pinned release; what no record of one near has."""
    record, fresh = load(root), measured(root, names)
    pinned, where = record.pinned, fresh.environment
    same = (where.torch, where.numpy) == (pinned.environment.torch, pinned.environment.numpy)
    others = [release for release in stored.read_platforms(root) if release.environment.platform == where.platform]
    others = others if same else [release for release in stored.read_releases(root) if not release.broken]
    near = nearest_release(where, [*others, pinned])
    against = "the pages" if near is pinned else f"the record of {near.name}, {near.environment.platform}"
    compared = comparison(fresh, pinned, near)
    tell(f"{where}, {where.platform}: compared with {against}")
    tell(f"as on the pages: {compared.same:,}")
    tell(f"known to differ: {len(compared.known)}" + "".join(f"\n  {name}" for name in compared.known))
    return [
        Problem.of(_file_of(root, name), 1, "new_here", name=name, against=against, detail=f"-{wanted}\n+{now}")
        for name, (wanted, now) in compared.new.items()
    ]


def _file_of(root: Path, name: str) -> str:
    if " " in name:
        return stored.pinned_file(root)
    return f"{FACTS}/{name.partition('#')[0]}.py" if "#" in name else script_file(name)


def pin(root: Path, environment: Environment) -> None:
    """Makes another recorded release the one that the pages show, out of its record.

    What was recorded beside the scripts goes into the file of the release that was pinned, and what the new one gave
    comes out of its file. An example that was not run with it as it is now keeps its output, and is told by `check`.
    """
    record = load(root)
    runs = record.pinned.runs
    stored.write_release(root, stored.pinned_file(root), record.pinned)
    release = stored.read_release(root, stored.file_of(environment))
    for example in record.examples.values():
        ran = release.runs.get(example.name)
        if ran and ran.mark == runs[example.name].mark:
            examples.record(root, example.name, example.script.encode(), ran.output.encode())
    stored.write_pinned(root, replace(release, runs={}))


def upgrade(root: Path, torch: str, numpy: str, tell: Callable[[str], None] = print) -> list[Problem]:
    """Makes another release the pinned one: installs it, records everything with it, and keeps the old one.

    Nothing of the other releases is run or written anew. What `update` refuses is told by it, and stays as it was:
    correct it, and update that.
    """
    before = stored.read_pinned(root)
    for file in ("requirements.txt", "constraints.txt"):
        text = (root / file).read_text(encoding="utf-8")
        pinned = re.sub(r"(?m)^torch==\S+", f"torch=={torch}", text)
        write(root / file, re.sub(r"(?m)^numpy==\S+", f"numpy=={numpy}", pinned).encode())
    new = replace(before.environment, torch=torch, numpy=numpy)
    if not (root / stored.file_of(new)).exists():
        stored.write_release(root, stored.file_of(new), Release(new, ""))
    pin(root, new)
    for command in (["pip", "install", "-q", f"torch=={torch}", f"numpy=={numpy}"], ["snippets", "update"]):
        tell(f"running   python -m {' '.join(command)}")
        done = subprocess.run([sys.executable, "-m", *command], cwd=root, check=False)
        if done.returncode and command[0] == "pip":
            return [Problem.of(FILE, 1, "pip_failed", release=new)]
    tell(f"pinned    torch {torch}, NumPy {numpy}; compared with it: {len(stored.read_releases(root))} other releases")
    return []
