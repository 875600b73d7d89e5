"""Compares fresh runs with what is recorded, and records them."""

import difflib
import json
import os
import platform
import sys
import tempfile
from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from dataclasses import asdict
from datetime import UTC, datetime
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path

from snippets.problem import Problem
from snippets.recorded import (
    ENVIRONMENT,
    FORMS,
    INDEX,
    Ending,
    Environment,
    announced,
    digest,
    example_names,
    out_of_step,
    output_file,
    read_environment,
    read_index,
    script_file,
)
from snippets.recorded.pairs import file_of
from snippets.verify.isolate import OUTPUT, SECONDS, Run, Setting
from snippets.verify.parents import MORE_SETTINGS, SETTINGS, run_all
from snippets.verify.pythons import excused, otherwise, refused
from snippets.verify.rules import declared_modules, problems_in, problems_of_output

OUT_OF_MEMORY = ("MemoryError", "not enough memory", "Unable to allocate", "std::bad_alloc", "DefaultCPUAllocator")


def installed() -> Environment:
    """The versions installed here and this platform, as the record words them. Imports nothing."""

    def public(package: str) -> str:
        try:
            return version(package).partition("+")[0]
        except PackageNotFoundError:
            return "none"

    python = f"{sys.version_info.major}.{sys.version_info.minor}"
    return Environment(public("torch"), public("numpy"), python, f"{platform.system()} {platform.machine()}")


def environment_problems(root: Path) -> list[Problem]:
    """Where torch or NumPy is not what the outputs were recorded with; each Python shows the same of the same two."""
    return _other(root, {"torch": "run: pip install torch=={}", "numpy": "run: pip install numpy=={}"})


def recording_problems(root: Path, names: Collection[str], everything: bool, python: bool) -> list[Problem]:
    """What forbids recording `names` here: another torch or NumPy, or another Python for what depends on it.

    `python` says whether what is recorded names its Python. `everything` may be recorded with the pair that is pinned
    now; where that is another one, so may its Python be.
    """
    if others := environment_problems(root):
        return [] if everything and pins_are_installed(root) else others
    fix = "use Python {} (make clean venv PYTHON=python{}), or name what to record: a few examples, facts, tutorials"
    return _other(root, {"python": fix}) if python else refused(root, names)


def other_python(root: Path) -> str:
    """Words for an end of a sentence on a run, where it is not under the Python of the record; otherwise ""."""
    return "".join(f" under {one.found} (the record's is {one.expected})" for one in _other(root, {"python": ""}))


def _other(root: Path, fixes: Mapping[str, str]) -> list[Problem]:
    """Where what `fixes` names is installed here as another release than the record's."""
    if not (root / ENVIRONMENT).exists():
        return []
    recorded, here = asdict(read_environment(root)), asdict(installed())
    return [
        Problem(ENVIRONMENT, 1, f"{what} {recorded[what]}", f"{what} {here[what]}", fix.replace("{}", recorded[what]))
        for what, fix in fixes.items()
        if recorded[what] != here[what]
    ]


def has_own_record(root: Path) -> bool:
    """Whether other releases of torch or NumPy are installed than the pages show, or this platform has a record."""
    if not (root / ENVIRONMENT).exists():
        return False
    recorded, here = read_environment(root), installed()
    both = (here.torch, here.numpy)
    other = "none" not in both and both != (recorded.torch, recorded.numpy)
    return other or (root / file_of(here, here)).exists()


def pins_are_installed(root: Path) -> bool:
    """Whether torch and NumPy are what requirements.txt pins: then everything may be recorded anew."""
    lines = (root / "requirements.txt").read_text(encoding="utf-8").splitlines()
    here = installed()
    return f"torch=={here.torch}" in lines and f"numpy=={here.numpy}" in lines


def difference(before: str, after: str, file: str, names: tuple[str, str] = ("recorded", "now")) -> str:
    """A unified diff of two outputs of `file`; a missing newline at the end is told."""
    old, new = before.splitlines(keepends=True), after.splitlines(keepends=True)
    diff = difflib.unified_diff(old, new, f"{file} ({names[0]})", f"{file} ({names[1]})")
    return "".join(line if line.endswith("\n") else f"{line}\n\\ No newline at end of file\n" for line in diff)


def first_difference(before: str, after: str) -> int:
    """The line, from 1, on which two texts first differ."""
    pairs = zip(before.splitlines(keepends=True), after.splitlines(keepends=True), strict=False)
    same = next((number for number, (old, new) in enumerate(pairs) if old != new), None)
    return 1 + (min(before.count("\n"), after.count("\n")) if same is None else same)


def problems_of_runs(name: str, script: str, runs: Sequence[Run]) -> list[Problem]:
    """What forbids recording `runs`, all of the same script: broken rules, other endings, differences."""
    file, first = script_file(name), runs[0]
    broken = [event for run in runs for event in run.forbidden]
    if broken:
        line, what = broken[0]
        allowed = "a script that keeps to its own folder, processes and machine"
        return [Problem(file, line, allowed, what, "leave that out, or do it inside the working directory")]
    # A run that was cut off, or that left early, is told as that, though two of them seldom print the same.
    cut = next((run for run in runs if run.exit in ("flood", "vanished", "timeout")), first)
    if cut.exit == "flood":
        limit = f"at most {OUTPUT:,} bytes of output"
        return [Problem(file, 1, limit, "it prints more and was ended", "print less", cut.output[:500])]
    if cut.exit == "vanished":
        found = "it ended itself with status 0 before its last line (os._exit(0) or sys.exit(0))"
        return [Problem(file, 1, "a script that runs to its last line", found, "remove the exit", cut.output)]
    if cut.exit == "timeout" != announced(script).exit:
        return [_other_ending(file, announced(script), cut)]
    for run in runs[1:]:
        if (run.output, run.exit) != (first.output, first.exit):
            both = (f"{first.setting}: {first.exit}", f"{run.setting}: {run.exit}")
            fix = "seed it, sort it, or print what does not depend on chance, time, address or order"
            detail = difference(first.output, run.output, file, both)
            return [Problem(file, 1, "the same output in every run", "output that is not deterministic", fix, detail)]
    expected = announced(script)
    if first.exit != expected.exit or (expected.raises and expected.raises != first.raised):
        return [_other_ending(file, expected, first)]
    return problems_of_output(name, first.output)


def _other_ending(file: str, expected: Ending, run: Run) -> Problem:
    fix = f"correct the script, or say in its first line how it ends: {FORMS}"
    found = f"it ends with {run.exit}" + (f" ({run.raised})" if run.raised else "")
    if run.exit == "timeout":
        found = f"it was still running after {SECONDS:g} s and was ended"
    elif any(words in run.output for words in OUT_OF_MEMORY):
        found += "; it may use 4 GiB of memory"
    wanted = "the end announced in its first line: " if expected.exit != "0" else "an end as announced: "
    return Problem(file, 1, f"{wanted}{expected.exit} {expected.raises}".rstrip(), found, fix, run.output)


def check(
    root: Path,
    names: Iterable[str],
    progress: Callable[[], None] = lambda: None,
    settings: tuple[Setting, ...] = SETTINGS,
) -> list[Problem]:
    """Runs examples `names` afresh under each of `settings` and compares them with the record; what differs."""
    names = list(names)
    index, reasons = read_index(root), otherwise(root)
    problems, runs = _run(root, names, settings, progress)
    for name in names:
        if name not in runs:
            continue
        found = problems_of_runs(name, (root / script_file(name)).read_bytes().decode(), runs[name])
        if not found and (root / output_file(name)).is_file():
            found = compare_output(root, name, runs[name][0])
        found = excused(name, script_file(name), found, reasons)
        if not found and (step := out_of_step(root, name, index)):
            found = [step]
        problems += found
    return problems


def compare_output(root: Path, name: str, run: Run) -> list[Problem]:
    """Where `run` printed something else than is recorded of `name`."""
    file = output_file(name)
    recorded = (root / file).read_bytes().decode(errors="replace")
    if recorded == run.output:
        return []
    fix = f"correct the script, or accept: python -m snippets update {name}"
    line, detail = first_difference(recorded, run.output), difference(recorded, run.output, file)
    found = f"a fresh run prints something else{other_python(root)}"
    return [Problem(file, line, "what is recorded", found, fix, detail)]


def orphans(root: Path) -> list[Problem]:
    """Recorded outputs without a script, and entries of the index without either."""
    index = read_index(root)
    scripts = set(example_names(root))
    alone = sorted({*example_names(root, ".out"), *index} - scripts)
    return [problem for name in alone if (problem := out_of_step(root, name, index))]


def _run(
    root: Path, names: Sequence[str], settings: tuple[Setting, ...], progress: Callable[[], None]
) -> tuple[list[Problem], dict[str, list[Run]]]:
    problems: list[Problem] = []

    def read() -> dict[str, str]:
        scripts = {}
        is_declared = declared_modules(root)
        for name in names:
            data = (root / script_file(name)).read_bytes()
            found = problems_in(name, data, is_declared)
            problems.extend(found)
            if not found:
                scripts[name] = data.decode()
        return scripts

    runs = run_all(read, settings, progress=progress) if names else {}
    return problems, runs


def update(
    root: Path, names: Iterable[str], progress: Callable[[], None] = lambda: None
) -> tuple[list[Problem], list[str]]:
    """Records examples `names`; (what was refused, what changed). An unchanged file is not touched."""
    names = list(names)
    problems, runs = _run(root, names, MORE_SETTINGS, progress)
    index, changes = read_index(root), []
    for gone in set(index) - set(example_names(root)):
        del index[gone]
        changes.append(f"removed   {gone}")
    for name, both in runs.items():
        script = (root / script_file(name)).read_bytes()
        found = problems_of_runs(name, script.decode(), both)
        problems += found
        if found:
            continue
        output = both[0].output.encode()
        file = root / output_file(name)
        word = "changed " if file.exists() else "recorded"
        if write(file, output):
            changes.append(f"{word}  {output_file(name)}")
        index[name] = {"script": digest(script), "output": digest(output)}
    write_index(root / INDEX, index)
    if set(names) >= set(example_names(root)):  # the rest was recorded where the record says
        here = asdict(installed()) | {"recorded": datetime.now(UTC).date().isoformat()}
        write(root / ENVIRONMENT, (json.dumps(here, indent=2) + "\n").encode())
    return problems, changes


def write_index(path: Path, index: Mapping[str, Mapping[str, str]]) -> None:
    """Writes what is known of each name, a line each, so that two branches seldom meet in one."""
    lines = ",\n".join(f"  {json.dumps(name)}: {json.dumps(index[name])}" for name in sorted(index))
    write(path, f"{{\n{lines}\n}}\n".encode())


def write(path: Path, data: bytes) -> bool:
    """Makes `data` the content of `path`, whole or not at all; False where it was that already."""
    if path.is_file() and path.read_bytes() == data:
        return False
    path.parent.mkdir(parents=True, exist_ok=True)
    with tempfile.NamedTemporaryFile(dir=path.parent, prefix=f".{path.name}.", delete=False) as file:
        whole = Path(file.name)
        try:
            file.write(data)
            file.flush()
            os.fsync(file.fileno())
            whole.chmod(0o644)
            whole.replace(path)
        except BaseException:
            whole.unlink()
            raise
    return True
