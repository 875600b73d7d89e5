"""Compares fresh runs of examples with what is recorded, and records them."""

import difflib
from collections.abc import Iterable, Sequence
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

from snippets.problem import Problem
from snippets.store import examples
from snippets.store.examples import output_file, read_script, script_file
from snippets.store.files import remove
from snippets.store.releases import is_pinned, read_pinned, write_pinned
from snippets.store.types import FORMS, Ending, Matrix, Release, announced
from snippets.verify.installed import installed, other_python, python_problems
from snippets.verify.pythons import excused, otherwise, refused
from snippets.verify.run.isolate import OUTPUT, Run, Setting
from snippets.verify.run.parents import MORE_SETTINGS, SETTINGS, run_all
from snippets.verify.run.rules import declared_modules, problems_in, problems_of_output

OUT_OF_MEMORY = ("MemoryError", "not enough memory", "Unable to allocate", "std::bad_alloc", "DefaultCPUAllocator")


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
    file, first, expected = script_file(name), runs[0], announced(script)
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
        ended = "it ended itself with status 0 before its last line (os._exit(0) or sys.exit(0))"
        return [Problem(file, 1, "a script that runs to its last line", ended, "remove the exit", cut.output)]
    if cut.exit == "timeout" != expected.exit:
        return [_other_ending(file, expected, cut)]
    for run in runs[1:]:
        if (run.output, run.exit) != (first.output, first.exit):
            both = (f"{first.setting}: {first.exit}", f"{run.setting}: {run.exit}")
            fix = "seed it, sort it, or print what does not depend on chance, time, address or order"
            detail = difference(first.output, run.output, file, both)
            return [Problem(file, 1, "the same output in every run", "output that is not deterministic", fix, detail)]
    if first.exit != expected.exit or (expected.raises and expected.raises != first.raised):
        return [_other_ending(file, expected, first)]
    return problems_of_output(name, first.output)


def _other_ending(file: str, expected: Ending, run: Run) -> Problem:
    fix = f"correct the script, or say in its first line how it ends: {FORMS}"
    ended = f"it ends with {run.exit}" + (f" ({run.raised})" if run.raised else "")
    if run.exit == "timeout":
        ended = f"it {run.limit[1]}, and was ended"
    elif any(words in run.output for words in OUT_OF_MEMORY):
        ended += "; it may use 4 GiB of memory"
    wanted = "the end announced in its first line: " if expected.exit != "0" else "an end as announced: "
    return Problem(file, 1, f"{wanted}{expected.exit} {expected.raises}".rstrip(), ended, fix, run.output)


def check(root: Path, names: Iterable[str], settings: tuple[Setting, ...] = SETTINGS) -> list[Problem]:
    """Runs examples `names` afresh under each of `settings` and compares them with the record; what differs."""
    problems, runs = _run(root, list(names), settings)
    reasons = otherwise(root)
    for name, both in runs.items():
        found = problems_of_runs(name, read_script(root, name), both)
        if not found and (root / output_file(name)).is_file():
            found = compare_output(root, name, both[0])
        found = excused(name, script_file(name), found, reasons)
        problems += found or examples.stale(root, [name]).values()
    return problems


def compare_output(root: Path, name: str, run: Run) -> list[Problem]:
    """Where `run` printed something else than is recorded of `name`."""
    file = output_file(name)
    recorded = (root / file).read_bytes().decode(errors="replace")
    if recorded == run.output:
        return []
    fix = f"correct the script, or accept: python -m snippets update {name}"
    line, detail = first_difference(recorded, run.output), difference(recorded, run.output, file)
    now = f"a fresh run prints something else{other_python(root)}"
    return [Problem(file, line, "what is recorded", now, fix, detail)]


def _run(root: Path, names: Sequence[str], settings: tuple[Setting, ...]) -> tuple[list[Problem], dict[str, list[Run]]]:
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

    runs = run_all(read, settings) if names else {}
    return problems, runs


def update(root: Path, names: Iterable[str]) -> tuple[list[Problem], list[str]]:
    """Records examples `names`; (what was refused, what changed). An unchanged file is not touched."""
    names, changes = list(names), []
    everything = set(names) >= set(examples.names(root))
    if problems := refused(root, names) or (python_problems(root) if everything else []):
        return problems, []
    for gone in examples.orphans(root):
        if (root / examples.record_file(gone)).exists():
            remove(root, examples.record_file(gone))
            changes.append(f"removed   {gone}")
    problems, runs = _run(root, names, MORE_SETTINGS)
    for name, several in runs.items():
        script = (root / script_file(name)).read_bytes()
        if found := problems_of_runs(name, script.decode(), several):
            problems += found
            continue
        word = "changed " if (root / output_file(name)).exists() else "recorded"
        if examples.record(root, name, script, several[0].output.encode()):
            changes.append(f"{word}  {output_file(name)}")
    if everything:  # the rest was recorded where the record says
        _record_environment(root)
    return problems, changes


def _record_environment(root: Path) -> None:
    """Makes what is installed here, today, the release that the pages show."""
    release = Release(installed(), datetime.now(UTC).date().isoformat())
    before = read_pinned(root) if is_pinned(root) else release
    # The cells of another release are none of this one; `update matrix` measures them.
    same = before.environment == release.environment
    write_pinned(root, replace(release, matrix=before.matrix if same else Matrix()))
