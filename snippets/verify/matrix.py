"""Measures the cells of the matrix, each twice, and compares them with what is recorded.

The cells of one source run one after the other in one isolated process. Where that process ends before its last
cell, the cell that it ended in runs in a process of its own, and what is left in the next: so a crash, a hang or a
flood is the outcome of one cell.
"""

import ast
import re
from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path

from snippets.matrix.axes import ARRAY_DTYPES, ARRAY_LAYOUTS, METHODS, Dtype, Layout, Method
from snippets.matrix.messages import explanations_of
from snippets.matrix.script import batch, methods_for, recognition, script, sources
from snippets.problem import Problem, line_of
from snippets.store.matrix import result_from
from snippets.store.releases import pinned_file, read_pinned, write_pinned
from snippets.store.types import MISSING, Key, Matrix, Result
from snippets.verify.installed import python_problems
from snippets.verify.run.isolate import Run, Setting
from snippets.verify.run.parents import SETTINGS, run_all
from snippets.verify.run.rules import ADDRESS
from snippets.verify.run.terminal import FRAMES, SOURCE

LINE = re.compile(r"^(\w+) = (.*)$", re.MULTILINE)
OUTCOME = re.compile(r"^\w+$", re.MULTILINE)
CELL = re.compile(r"^cell ?(.*)$", re.MULTILINE)  # what a batch prints before a cell, and at its end
# What torch adds to the message about an operator without a kernel: a list of all kernels, with build paths.
KERNELS = re.compile(r" This could be because the operator doesn't exist for this backend.*", re.DOTALL)
WHAT = re.compile(r"^\s*what\(\):\s*(.*)$", re.MULTILINE)
WHY = re.compile(r"^absent (.*)$", re.MULTILINE)

Source = tuple[Dtype, Layout]
Cell = tuple[Method, Dtype, Layout]


def message(text: str) -> str:
    """A message without what differs between builds: places in C++ source, stack frames, lists of kernels."""
    return KERNELS.sub("", FRAMES.sub("", SOURCE.sub("", text))).rstrip()


def result_of(output: str) -> Result | None:
    """The result that a cell's script printed, or None where it did not come to its end."""
    fields = {name: ast.literal_eval(value) for name, value in LINE.findall(output)}
    outcomes = OUTCOME.findall(output)
    if not outcomes or "event" not in fields:
        return None
    messages = [message(text) for text in fields["messages"]]
    return result_from({"outcome": outcomes[-1], **fields, "messages": messages})


def cut_off(run: Run) -> Result | None:
    """The result of a cell whose process did not come to its end; None where it did."""
    if run.exit == "timeout":
        return Result("times_out", "times_out", "none", "none", messages=(run.limit[1],))
    if run.exit.startswith("SIG") or run.exit in ("flood", "vanished"):
        what = WHAT.search(run.output)
        last = what[1] if what else run.output.rstrip().rpartition("\n")[2]
        return Result("crashes", "crashes", "none", "none", messages=(f"{run.exit}: {message(last)}",))
    return None


def key_of(method: Method, dtype: Dtype, layout: Layout) -> Key:
    """The key of a cell."""
    return method.name, dtype.name, layout.name


def key_of_source(dtype: Dtype, layout: Layout) -> Key:
    """The key of a source."""
    return dtype.direction, dtype.name, layout.name


@dataclass(frozen=True)
class Sheet:
    """What is measured so far: under each setting the results of cells, and why sources cannot be made."""

    results: dict[Setting, dict[Key, Result]]
    absent: dict[Key, str] = field(default_factory=dict)

    def run(self, scripts: Mapping[Key, str]) -> dict[Key, list[Run]]:
        """Runs scripts under each setting; {the key of each: its runs, in the order of the settings}."""
        runs = run_all({"/".join(key): script for key, script in scripts.items()}, [*self.results])
        return {key: runs["/".join(key)] for key in scripts}

    def read_batch(self, source: Key, runs: Sequence[Run]) -> None:
        """Takes down what the runs of a batch printed."""
        for results, run in zip(self.results.values(), runs, strict=True):
            if why := WHY.search(run.output):
                self.absent[source] = message(ast.literal_eval(why[1]))
            _, *parts = CELL.split(run.output)
            for method, output in zip(parts[::2], parts[1::2], strict=True):
                if result := result_of(output):
                    results[method, source[1], source[2]] = result

    def agreed(self, cells: Iterable[Cell]) -> tuple[dict[Key, Result], list[Problem]]:
        """The result of each cell that has one, and which are not the same under all settings or hold an address."""
        agreed: dict[Key, Result] = {}
        problems = []
        for cell in cells:
            key = key_of(*cell)
            results = {setting: results.get(key) for setting, results in self.results.items()}
            result = next(filter(None, results.values()), None)
            if not result:
                continue
            agreed[key] = result
            place = "snippets/matrix/methods.toml", cell[0].line
            if len(set(results.values())) > 1:
                differ = "; ".join(f"{setting}: {result}" for setting, result in results.items())
                problems.append(Problem.of(*place, "cell_of_chance", cell=" ".join(key), differ=differ))
            elif address := ADDRESS.search(" ".join(result.messages)):
                problems.append(Problem.of(*place, "cell_with_address", cell=" ".join(key), address=address[0]))
        return agreed, problems


def measure(
    chosen: Sequence[tuple[Source, Sequence[Method]]], settings: Sequence[Setting] = SETTINGS
) -> tuple[Matrix, list[Problem]]:
    """Measures `chosen` under each of `settings`; the cells on which all agree, and what is wrong with the others."""
    sheet = Sheet({setting: {} for setting in settings})
    problems = _measure_alone(_measure_batches(chosen, sheet), sheet)
    agreed, differing = sheet.agreed((method, *source) for source, methods in chosen for method in methods)
    return Matrix(agreed, sheet.absent), problems + differing


def _measure_batches(chosen: Sequence[tuple[Source, Sequence[Method]]], sheet: Sheet) -> list[Cell]:
    """Measures the cells of each source in one process; the cells in which such a process ended."""
    ended: list[Cell] = []
    left = {key_of_source(*source): (source, methods) for source, methods in chosen}
    while left:
        batches = sheet.run({key: batch(methods, *source) for key, (source, methods) in left.items()})
        tried, left = left, {}
        for key, (source, methods) in tried.items():
            sheet.read_batch(key, batches[key])
            keys = [key_of(method, *source) for method in methods]
            read = [all(cell in results for results in sheet.results.values()) for cell in keys]
            if not all(read) and any(run.exit != "0" for run in batches[key]):
                first = read.index(False)
                ended.append((methods[first], *source))
                left |= {key: (source, methods[first + 1 :])} if methods[first + 1 :] else {}
    return ended


def _measure_alone(cells: Sequence[Cell], sheet: Sheet) -> list[Problem]:
    """Measures each cell in a process of its own; which of them gave no outcome."""
    problems = []
    for key, runs in sheet.run({key_of(*cell): script(*cell) for cell in cells}).items():
        for results, run in zip(sheet.results.values(), runs, strict=True):
            if result := cut_off(run) or result_of(run.output):
                results[key] = result
            else:
                words = {"cell": " ".join(key), "exit": run.exit, "detail": run.output[-2000:]}
                problems.append(Problem.of("snippets/matrix/programs/probe.py", 1, "no_outcome", **words))
    return problems


def everything(chosen: Collection[str] | None = None) -> list[tuple[Source, list[Method]]]:
    """All sources, each with its methods; with `chosen`, names of methods, those alone."""
    pairs = [(source, methods_for(source[0])) for source in sources()]
    if chosen is not None:
        pairs = [(source, [method for method in methods if method.name in chosen]) for source, methods in pairs]
    return [(source, methods) for source, methods in pairs if methods]


def demanded() -> dict[Key, Key]:
    """The key of each cell that the axes ask for, with that of its source."""
    return {key_of(method, *source): key_of_source(*source) for source, methods in everything() for method in methods}


def unrecognized() -> list[Problem]:
    """The layouts that `explain` does not recognize in the array that their own code makes."""
    layouts = [layout for layout in ARRAY_LAYOUTS if "extremes" not in layout.code]  # which say how the values lie
    scripts = {layout.name: recognition(ARRAY_DTYPES[0], layout) for layout in layouts}
    runs = run_all(scripts, SETTINGS[:1])
    problems = []
    for layout in layouts:
        printed = runs[layout.name][0].output.strip().split("\n")[-1]
        if printed != "True":
            place = "snippets/matrix/layouts.toml", layout.line
            problems.append(Problem.of(*place, "unrecognized", layout=layout, printed=printed))
    return problems


def unfinished(matrix: Matrix, file: str) -> list[Problem]:
    """What is left to do for a record, which is `file`: cells to measure or to drop, and messages to explain."""
    made = {key: source for key, source in demanded().items() if source not in matrix.absent}
    lacking = [key for key in made if key not in matrix.cells]
    stale = [key for key in matrix.cells if key not in made]
    problems = [
        Problem.of(file, 1, "cells_to_measure", what=what, cells=_named(keys))
        for what, keys in (("not measured", lacking), ("recorded, and not in the axes", stale))
        if keys
    ]
    for text in dict.fromkeys(text for result in matrix.cells.values() for text in result.messages):
        if len(entries := explanations_of(text)) != 1:
            kind, line = ("explained_twice", entries[0].line) if entries else ("unexplained", 1)
            words = {"names": ", ".join(entry.name for entry in entries), "text": text[:120]}
            problems.append(Problem.of("snippets/matrix/messages.toml", line, kind, **words))
    return problems


def methods_in(names: Iterable[str]) -> set[str]:
    """The methods that those of `names` name that are matrix/METHOD."""
    return {name.removeprefix("matrix/") for name in names if name.startswith("matrix/")}


def check(root: Path, names: Iterable[str]) -> list[Problem]:
    """Measures the cells of `names` (matrix/METHOD) afresh, and compares them with the record; what differs."""
    chosen = methods_in(names)
    measured, problems = measure(everything(chosen))
    return unrecognized() + (problems or differences(root, read_pinned(root).matrix, measured, chosen))


def differences(root: Path, recorded: Matrix, measured: Matrix, chosen: Collection[str] | None = None) -> list[Problem]:
    """Where two matrices differ, one Problem for all cells that changed alike; with `chosen`, only of those methods."""
    changed: dict[tuple[str, str], list[Key]] = defaultdict(list)
    for key in dict.fromkeys([*recorded.cells, *measured.cells]):
        old, new = recorded.cells.get(key, MISSING), measured.cells.get(key, MISSING)
        if old != new and (chosen is None or key[0] in chosen):
            changed[described(old, new), described(new, old)].append(key)
    directions = {method.direction for method in METHODS if chosen is None or method.name in chosen}
    for key in dict.fromkeys([*recorded.absent, *measured.absent]):
        reasons = recorded.absent.get(key, "made"), measured.absent.get(key, "made")
        if key[0] in directions and reasons[0] != reasons[1]:
            changed[reasons].append(key)
    file = pinned_file(root)
    text = (root / file).read_text(encoding="utf-8") if (root / file).exists() else ""
    problems = []
    for (before, now), keys in changed.items():
        method, _, layout = keys[0]
        line = line_of(text, max(text.find(f'"{method} {layout}"'), 0))
        words = {"before": before, "cells": _named(keys), "now": now, "first": " ".join(keys[0])}
        problems.append(Problem.of(file, line, "other_cells", **words))
    return problems


def _named(keys: Sequence[Key]) -> str:
    """The first keys, and how many there are besides."""
    return ", ".join(" × ".join(key) for key in keys[:3]) + (f" and {len(keys) - 3} more" if keys[3:] else "")


def described(result: Result, other: Result) -> str:
    """The fields of `result` that `other` has differently, after its outcome."""
    mine, theirs = result.found(), other.found()
    differ = [name for name in mine if name != "outcome" and mine[name] != theirs.get(name)]
    return ", ".join([result.outcome, *(f"{name} {mine[name]}" for name in differ)])


def update(root: Path, names: Iterable[str]) -> tuple[list[Problem], list[str]]:
    """Measures the cells of `names` (matrix/METHOD) and records them; (what was refused or is left to do, changes)."""
    if problems := python_problems(root):
        return problems, []
    chosen, pinned = methods_in(names), read_pinned(root)
    measured, problems = measure(everything(chosen))
    if problems := unrecognized() + problems:
        return problems, []
    changes = differences(root, pinned.matrix, measured, chosen)
    matrix = _merged(pinned.matrix, measured, chosen)
    write_pinned(root, replace(pinned, matrix=matrix))
    return unfinished(matrix, pinned_file(root)), [f"{change.found}  (was: {change.expected})" for change in changes]


def _merged(recorded: Matrix, measured: Matrix, chosen: Collection[str]) -> Matrix:
    """The recorded matrix with what was measured of the methods `chosen`, in the order of the axes; no others."""
    order = demanded()
    kept = {key: result for key, result in recorded.cells.items() if key[0] not in chosen}
    cells = kept | {**measured.cells}
    tried = {source for key, source in order.items() if key[0] in chosen}
    absent = {key: why for key, why in recorded.absent.items() if key not in tried} | {**measured.absent}
    return Matrix(
        {key: cells[key] for key in order if key in cells},
        {source: absent[source] for source in order.values() if source in absent},
    )
