"""Compares fresh runs of examples with what is recorded, and records them."""

import difflib
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import replace
from functools import partial
from itertools import chain, zip_longest
from pathlib import Path

from snippets.problem import Problem
from snippets.store import examples
from snippets.store.examples import output_file, read_script, script_file
from snippets.store.files import remove
from snippets.store.releases import is_pinned, read_pinned, write_pinned
from snippets.store.types import FORMS, Ending, Matrix, Release, announced
from snippets.verify import installed
from snippets.verify.run.isolate import OUTPUT, Run, Setting
from snippets.verify.run.parents import MORE_SETTINGS, SETTINGS, run_all
from snippets.verify.run.rules import declared_modules, problems_in, problems_of_output

OUT_OF_MEMORY = ("MemoryError", "not enough memory", "Unable to allocate", "std::bad_alloc", "DefaultCPUAllocator")

CUT_OFF = ("flood", "vanished")  # how a run was cut off or left early


def difference(before: str, after: str, file: str, names: tuple[str, str] = ("recorded", "now")) -> str:
    """A unified diff of two outputs of `file`; a missing newline at the end is told."""
    old, new = before.splitlines(keepends=True), after.splitlines(keepends=True)
    diff = difflib.unified_diff(old, new, f"{file} ({names[0]})", f"{file} ({names[1]})")
    return "".join(line if line.endswith("\n") else f"{line}\n\\ No newline at end of file\n" for line in diff)


def problems_of_runs(name: str, script: str, runs: Sequence[Run]) -> list[Problem]:
    """What forbids recording `runs`, all of the same script: broken rules, other endings, differences."""
    file, first, expected = script_file(name), runs[0], announced(script)
    problem = partial(Problem.of, file, 1)
    for run in runs:
        if run.forbidden:
            line, what = run.forbidden[0]
            return [Problem.of(file, line, "forbidden", what=what)]
        # Before they are compared: two runs that were cut off seldom print the same.
        if run.exit in CUT_OFF:
            return [problem(run.exit, most=OUTPUT, detail=run.output[:500])]
        if run.exit == "timeout" != expected.exit:
            return [_other_ending(file, expected, run)]
    for run in runs[1:]:
        if (run.output, run.exit) != (first.output, first.exit):
            both = (f"{first.setting}: {first.exit}", f"{run.setting}: {run.exit}")
            return [problem("not_deterministic", detail=difference(first.output, run.output, file, both))]
    if first.exit != expected.exit or (expected.raises and expected.raises != first.raised):
        return [_other_ending(file, expected, first)]
    if not first.output and expected.exit == "0":
        return [problem("no_output")]
    return [*problems_of_output(file, script, first.output)]


def _other_ending(file: str, expected: Ending, run: Run) -> Problem:
    ended = f"it ends with {run.exit}" + (f" ({run.raised})" if run.raised else "")
    if run.exit == "timeout":
        ended = f"it {run.limit[1]}, and was ended"
    elif any(words in run.output for words in OUT_OF_MEMORY):
        ended += "; it may use 4 GiB of memory"
    wanted = "the end announced in its first line: " if expected.exit != "0" else "an end as announced: "
    wanted += f"{expected.exit} {expected.raises}".rstrip()
    return Problem.of(file, 1, "other_ending", wanted=wanted, ended=ended, forms=FORMS, detail=run.output)


Runner = Callable[[Mapping[str, str]], Mapping[str, Sequence[Run]]]  # runs scripts, each several times


def check(root: Path, names: Iterable[str], settings: Sequence[Setting] = SETTINGS) -> list[Problem]:
    """Runs examples `names` afresh under each of `settings` and compares them with the record; what differs."""
    return compare(root, names, partial(run_all, settings=settings))


def compare(root: Path, names: Iterable[str], run: Runner) -> list[Problem]:
    """Compares what `run` gives of scripts `names` with what is recorded; what differs."""
    problems, runs = _run(root, names, run)
    reasons = installed.otherwise(root)
    for name, several in runs.items():
        differs = problems_of_runs(name, read_script(root, name), several) or _changed(root, name, several[0])
        differs = installed.excused(name, script_file(name), differs, reasons)
        problems += differs or examples.stale(root, [name]).values()
    return problems


def _changed(root: Path, name: str, run: Run) -> list[Problem]:
    """Where `run` printed something else than is recorded of `name`, if anything is."""
    file = output_file(name)
    recorded = (root / file).read_bytes().decode(errors="replace") if (root / file).is_file() else run.output
    if recorded == run.output:
        return []
    lines = zip_longest(recorded.splitlines(keepends=True), run.output.splitlines(keepends=True))
    line = next(number for number, (old, new) in enumerate(lines, 1) if old != new)
    words = {"name": name, "python": installed.other_python(root), "detail": difference(recorded, run.output, file)}
    return [Problem.of(file, line, "other_output", **words)]


def _run(root: Path, names: Iterable[str], run: Runner) -> tuple[list[Problem], Mapping[str, Sequence[Run]]]:
    """Runs those of `names` whose scripts may run; (what is wrong with the others, the runs)."""
    is_declared = declared_modules(root)
    data = {name: (root / script_file(name)).read_bytes() for name in names}
    problems = {name: problems_in(name, script, is_declared) for name, script in data.items()}
    runs = run({name: script.decode() for name, script in data.items() if not problems[name]})
    return [*chain.from_iterable(problems.values())], runs


def update(root: Path, names: Iterable[str]) -> tuple[list[Problem], list[str]]:
    """Records examples `names`; (what was refused, what changed). An unchanged file is not touched."""
    names, removed = list(names), []
    everything = set(names) >= set(examples.names(root))
    if forbidden := installed.not_here(root, names) or (installed.python_problems(root) if everything else []):
        return forbidden, []
    for gone in examples.orphans(root):
        if (root / examples.record_file(gone)).exists():
            remove(root, examples.record_file(gone))
            removed.append(f"removed   {gone}")
    problems, changes = record(root, names, partial(run_all, settings=MORE_SETTINGS))
    if everything:  # the rest was recorded where the record says
        _record_environment(root)
    return problems, removed + changes


def record(
    root: Path, names: Iterable[str], run: Runner, where: Callable[[str], str] = lambda name: ""
) -> tuple[list[Problem], list[str]]:
    """Records what `run` gives of scripts `names`, and `where` each ran; (what was refused, what changed)."""
    problems, runs = _run(root, names, run)
    changes = []
    for name, several in runs.items():
        script = read_script(root, name)
        if refused := problems_of_runs(name, script, several):
            problems += refused
            continue
        word = "changed " if (root / output_file(name)).exists() else "recorded"
        if examples.record(root, name, script.encode(), several[0].output.encode(), where(name)):
            changes.append(f"{word}  {output_file(name)}")
    return problems, changes


def _record_environment(root: Path) -> None:
    """Makes what is installed here, today, the release that the pages show."""
    release = Release(installed.installed(), installed.today(), libraries=installed.installed_libraries())
    before = read_pinned(root) if is_pinned(root) else release
    # The cells of another release are none of this one; `update matrix` measures them.
    same = before.environment == release.environment
    write_pinned(root, replace(release, matrix=before.matrix if same else Matrix()))
