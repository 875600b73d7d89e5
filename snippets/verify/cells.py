"""Measures the cells of the matrix, each twice, and compares them with what is recorded.

The cells of one source run one after the other in one isolated process. Where that process ends before its last
cell, the cell that it ended in runs in a process of its own, and what is left in the next: so a crash, a hang or a
flood is the outcome of one cell.
"""

import ast
import re
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import asdict
from functools import partial
from pathlib import Path

from snippets.matrix.axes import Dtype, Layout, Method
from snippets.matrix.script import batch, methods_for, script, sources
from snippets.problem import Problem
from snippets.recorded.cells import MATRIX, Key, Matrix, Result, as_text, read_matrix
from snippets.verify.compare import installed, write
from snippets.verify.run.isolate import Run, Setting
from snippets.verify.run.parents import SETTINGS, run_all
from snippets.verify.run.rules import ADDRESS
from snippets.verify.run.terminal import FRAMES, SOURCE

LINE = re.compile(r"^(\w+) = (.*)$")
# What torch adds to the message about an operator without a kernel: a list of all kernels, with build paths.
KERNELS = re.compile(r" This could be because the operator doesn't exist for this backend.*", re.DOTALL)
WHAT = re.compile(r"^\s*what\(\):\s*(.*)$", re.MULTILINE)
WHY = re.compile(r"^absent (.*)$", re.MULTILINE)
MISSING = Result("missing")

Source = tuple[Dtype, Layout]


def message(text: str) -> str:
    """A message without what differs between builds: places in C++ source, stack frames, lists of kernels."""
    return KERNELS.sub("", FRAMES.sub("", SOURCE.sub("", text))).rstrip()


def result_of(lines: Iterable[str]) -> Result | None:
    """The result that a cell's script printed, or None where it did not come to its end."""
    found, outcome = {}, ""
    for line in lines:
        if match := LINE.match(line):
            found[match[1]] = ast.literal_eval(match[2])
        elif re.fullmatch(r"\w+", line):
            outcome = line
    if not outcome or "event" not in found:
        return None
    found["messages"] = [message(text) for text in found["messages"]]
    return Result.of({"outcome": outcome, **found})


def blocks(output: str) -> Iterator[tuple[str, list[str]]]:
    """What each cell of a batch printed, in order: (method, lines). The batch's own end has the name ""."""
    name, lines = None, list[str]()
    for line in [*output.split("\n"), "cell"]:
        if line == "cell" or line.startswith("cell "):
            if name is not None:
                yield name, lines
            name, lines = line[5:], []
        else:
            lines.append(line)


def cut_off(run: Run) -> Result | None:
    """The result of a cell whose process did not come to its end; None where it did."""
    if run.exit == "timeout":
        return Result("times_out", "times_out", "none", "none", messages=(run.limit[1],))
    if run.exit.startswith("SIG") or run.exit in ("flood", "vanished"):
        said = WHAT.search(run.output)
        last = said[1] if said else run.output.rstrip().rpartition("\n")[2]
        return Result("crashes", "crashes", "none", "none", messages=(f"{run.exit}: {message(last)}",))
    return None


def measure(
    chosen: Sequence[tuple[Source, Sequence[Method]]],
    settings: tuple[Setting, ...] = SETTINGS,
    progress: Callable[[], None] = lambda: None,
    before: str = "",
    alone: bool = False,
) -> tuple[Matrix, list[Problem]]:
    """Measures `chosen` under each of `settings`; the cells on which all agree, and what is wrong with the others.

    `before` is code that runs first in each process: a test breaks torch with it. With `alone`, every cell has a
    process of its own, as those have in which a batch ended early.
    """
    named = {f"{dtype.direction}/{dtype.name}/{layout.name}": at for at, ((dtype, layout), _) in enumerate(chosen)}
    seen: list[dict[Key, Result]] = [{} for _ in settings]
    absent: dict[Key, str] = {}
    problems: list[Problem] = []
    rest: dict[str, tuple[Method, Dtype, Layout]] = {}
    left = {name: list(chosen[at][1]) for name, at in named.items()}
    if alone:
        for name, of in left.items():
            cells_of = [(method, *chosen[named[name]][0]) for method in of]
            rest |= {f"{cell[0].name}/{cell[1].name}/{cell[2].name}": cell for cell in cells_of}
        left = {}
    while left:
        batches = {name: before + batch(methods, *chosen[named[name]][0]) for name, methods in left.items()}
        runs, tried, left = run_all(partial(dict, batches), settings, progress=progress, slow=False), left, {}
        for name, some in tried.items():
            dtype, layout = chosen[named[name]][0]
            for number, run in enumerate(runs[name]):
                if why := WHY.search(run.output):
                    absent[dtype.direction, dtype.name, layout.name] = message(ast.literal_eval(why[1]))
                for cell, lines in blocks(run.output):
                    if cell and (result := result_of(lines)):
                        seen[number][cell, dtype.name, layout.name] = result
            unseen = [one for one in some if not all((one.name, dtype.name, layout.name) in of for of in seen)]
            if unseen and any(run.exit != "0" for run in runs[name]):
                rest[f"{unseen[0].name}/{dtype.name}/{layout.name}"] = (unseen[0], dtype, layout)
                left |= {name: unseen[1:]} if unseen[1:] else {}
    runs = run_all(lambda: {name: before + script(*cell) for name, cell in rest.items()}, settings) if rest else {}
    for name, (method, dtype, layout) in rest.items():
        key = (method.name, dtype.name, layout.name)
        for number, run in enumerate(runs[name]):
            if result := cut_off(run) or result_of(run.output.split("\n")):
                seen[number][key] = result
            elif alone and "event = " not in run.output:
                absent[dtype.direction, dtype.name, layout.name] = message(run.output.strip().rpartition("\n")[2])
            else:
                found = f"{' '.join(key)}: the script ends with {run.exit}"
                fix = "run: python -m snippets cell " + " ".join(key) + " | python"
                problems.append(Problem("snippets/matrix/probe.py", 1, "an outcome", found, fix, run.output[-2000:]))
    cells: dict[Key, Result] = {}
    for (dtype, layout), methods in chosen:
        for method in methods:
            key = (method.name, dtype.name, layout.name)
            results = [one[key] for one in seen if key in one]
            if not results:
                continue
            if len(set(results)) > 1 or len(results) < len(settings):
                both = "; ".join(f"{setting}: {one.get(key)}" for setting, one in zip(settings, seen, strict=True))
                fix = "make its source or the probe independent of chance, address and order"
                problems.append(Problem("snippets/matrix/axes.py", 1, f"{' '.join(key)}: one result", both, fix))
            elif found_address := ADDRESS.search(" ".join(results[0].messages)):
                found = f"{' '.join(key)} prints the address {found_address[0]}"
                problems.append(Problem("snippets/verify/cells.py", 1, "messages without addresses", found, "cut it"))
            cells[key] = results[0]
    return Matrix(cells, absent), problems


def everything(method: str = "") -> list[tuple[Source, list[Method]]]:
    """All sources, each with its methods; with `method`, that one alone."""
    pairs = [((dtype, layout), methods_for(dtype)) for dtype, layout in sources()]
    if not method:
        return pairs
    only = [(source, [one for one in methods if one.name == method]) for source, methods in pairs]
    return [(source, methods) for source, methods in only if methods]


def check(root: Path, method: str = "", progress: Callable[[], None] = lambda: None) -> list[Problem]:
    """Measures all cells, or those of `method`, afresh, and compares them with the record; what differs."""
    recorded = read_matrix(root)
    measured, problems = measure(everything(method), progress=progress)
    return problems or differences(root, recorded, measured, method)


def differences(root: Path, recorded: Matrix, measured: Matrix, method: str = "") -> list[Problem]:
    """Where two matrices differ, one Problem for all cells that changed alike; with `method`, only of that one."""
    changed: dict[tuple[str, str], list[Key]] = defaultdict(list)
    keys = [key for key in dict.fromkeys([*recorded.cells, *measured.cells]) if method in ("", key[0])]
    for key in keys:
        before, after = recorded.cells.get(key, MISSING), measured.cells.get(key, MISSING)
        if before != after:
            changed[described(before, after), described(after, before)].append(key)
    directions = {dtype.direction for (dtype, _), _ in everything(method)}
    for key in dict.fromkeys([*recorded.absent, *measured.absent]):
        before_, after_ = recorded.absent.get(key, "made"), measured.absent.get(key, "made")
        if key[0] in directions and before_ != after_:
            changed[before_, after_].append(key)
    text = (root / MATRIX).read_text(encoding="utf-8") if (root / MATRIX).exists() else ""
    problems = []
    for (old, new), cells in changed.items():
        first = cells[0]
        line = text.count("\n", 0, max(text.find(f'"{first[0]} {first[2]}"'), 0)) + 1
        where = ", ".join(" × ".join(cell) for cell in cells[:3]) + (f" and {len(cells) - 3} more" if cells[3:] else "")
        fix = f"see it: python -m snippets cell {' '.join(first)} | python; accept it: python -m snippets update matrix"
        problems.append(Problem(MATRIX, line, old, f"{where}: {new}", fix))
    return problems


def described(result: Result, other: Result) -> str:
    """The fields of `result` that `other` has differently, after its outcome."""
    mine, theirs = result.found(), other.found()
    differ = [name for name in mine if name != "outcome" and mine[name] != theirs.get(name)]
    return ", ".join([result.outcome, *(f"{name} {mine[name]}" for name in differ)])


def update(
    root: Path, method: str = "", progress: Callable[[], None] = lambda: None
) -> tuple[list[Problem], list[str]]:
    """Measures all cells, or those of `method`, and records them; (what was refused, what changed)."""
    try:
        recorded = read_matrix(root)
    except Problem:
        if method:
            raise
        recorded = Matrix({}, {})
    measured, problems = measure(everything(method), progress=progress)
    if problems:
        return problems, []
    changes = [f"{one.found}  (was: {one.expected})" for one in differences(root, recorded, measured, method)]
    if method:
        cells = {**recorded.cells, **measured.cells}
        order = [(one.name, dtype.name, layout.name) for (dtype, layout), methods in everything() for one in methods]
        measured = Matrix({key: cells[key] for key in order if key in cells}, {**recorded.absent, **measured.absent})
    write(root / MATRIX, as_text(measured, asdict(installed())).encode())
    return [], changes
