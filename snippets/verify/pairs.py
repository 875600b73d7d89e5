"""What was measured of one pair of versions, all of it or as differences from the pinned pair, and what is noise.

Pure: versions.py installs pairs and measures them, `python -m snippets check` compares what is installed.
"""

import re
from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from snippets.recorded import Environment, Record
from snippets.recorded.cells import parse
from snippets.recorded.matrix import Matrix, Result
from snippets.recorded.pairs import DIRECTION, GONE, Ended, Pair, marks, numbers, reworded

# A suggestion that Python adds to an error, which depends on its release, and the version's own name.
SUGGESTION = re.compile(r"\.? Did you mean: '[^']*'\?")
VERSION = re.compile(r"\b\d+\.\d+\.\d+\+(?:cpu|cu\d+)\b")


def without_noise(text: str) -> str:
    """An output without what says nothing of behavior: Python's suggestions, the build in a version."""
    return VERSION.sub("VERSION", SUGGESTION.sub("", text))


@dataclass(frozen=True)
class Measured:
    """What some examples, facts and `methods` of the matrix gave with one pair: all of it, not differences."""

    environment: Environment
    runs: Mapping[str, Ended]
    methods: Iterable[str]
    matrix: Matrix


def read_measured(found: Mapping[str, Any]) -> Measured:
    """What measure.py wrote, without what was not alike in two runs."""
    runs = {name: Ended(**one) for name, one in found["runs"].items() if name not in found["unsteady"]}
    # A proof that runs to its end holds, whatever it prints: a warning, say, that another release gives.
    runs |= {name: Ended("0", "") for name, ended in runs.items() if "#" in name and ended.exit == "0"}
    return Measured(Environment(**found["environment"]), runs, found["methods"], parse(found["matrix"])[0])


def all_of(record: Record) -> Measured:
    """What was recorded with the pinned pair."""
    runs = {name: Ended(one.ending.exit, one.output) for name, one in record.examples.items()}
    runs |= {name: Ended("0", "") for name in record.facts}
    return Measured(record.environment, runs, {key[0] for key in record.matrix.cells}, record.matrix)


def measured_of(pair: Pair, record: Record) -> Measured:
    """All that is known of a pair which was recorded as differences from `record`."""
    known = {name for name, mark in marks(record).items() if mark in pair.known}
    pinned = all_of(record)
    runs = {name: pair.runs.get(name, pinned.runs[name]) for name in pinned.runs if name in known}
    cells = {key: pair.cell(key, record.matrix) for key in record.matrix.cells if key[0] in known}
    cells |= {key: result for key, result in pair.matrix.cells.items() if key[0] in known}
    absent = {**record.matrix.absent, **pair.matrix.absent}
    matrix = Matrix({key: result for key, result in cells.items() if result != GONE}, absent)
    return Measured(pair.environment, runs, {key[0] for key in cells}, matrix)


def joined(before: Measured, after: Measured) -> Measured:
    """What was measured `before` of a pair and what was measured since, which counts."""
    cells = {key: result for key, result in before.matrix.cells.items() if key[0] not in after.methods}
    matrix = Matrix({**cells, **after.matrix.cells}, {**before.matrix.absent, **after.matrix.absent})
    return Measured(after.environment, {**before.runs, **after.runs}, {*before.methods, *after.methods}, matrix)


def pair_of(measured: Measured, record: Record, today: str) -> Pair:
    """What was measured, as differences from `record`."""
    recorded, mark = all_of(record).runs, marks(record)
    runs = {
        name: ended for name, ended in measured.runs.items() if name in recorded and not alike(ended, recorded[name])
    }
    known = frozenset(mark[name] for name in (*measured.runs, *measured.methods) if name in mark)
    differs, wording = differing(record.matrix, measured.matrix, measured.methods, measured.environment)
    return Pair(measured.environment, today, known, runs, differs, wording)


def rebased(pair: Pair, before: Record, after: Record) -> Pair:
    """A pair that was recorded as differences from `before`, as differences from `after`."""
    return pair if pair.broken else pair_of(measured_of(pair, before), after, pair.measured)


def alike(one: Ended, other: Ended) -> bool:
    """Whether two runs gave the same but for noise."""
    return (one.exit, without_noise(one.output)) == (other.exit, without_noise(other.output))


def is_chance(environment: Environment, one: Result, other: Result) -> bool:
    """Whether two results of a cell say nothing, because one shows memory that nobody has initialized.

    torch fills such memory since 2.2 (torch.utils.deterministic.fill_uninitialized_memory), so that the probe knows it.
    """
    return numbers(environment.torch) < (2, 2) and "uninitialized" in (one.outcome, other.outcome)


def differing(
    pinned: Matrix, other: Matrix, methods: Iterable[str], environment: Environment
) -> tuple[Matrix, dict[str, str]]:
    """Where `other`, measured for `methods` in `environment`, is not as `pinned`; and what is worded otherwise mostly.

    A cell that it has not is GONE, unless its source cannot be made.
    """
    said: dict[str, Counter[str]] = {}
    for key, result in other.cells.items():
        mine = pinned.cells.get(key)
        if mine and len(mine.messages) == len(result.messages):
            for text, now in zip(mine.messages, result.messages, strict=True):
                if text.partition(":")[0] == now.partition(":")[0]:
                    said.setdefault(text, Counter())[now] += 1
    usual = {text: sorted(now.items(), key=lambda one: (-one[1], one[0]))[0][0] for text, now in said.items()}
    wording = {text: now for text, now in usual.items() if text != now}
    cells = {}
    for key, mine in pinned.cells.items():
        method, dtype, layout = key
        if method in methods and (DIRECTION[method], dtype, layout) not in other.absent:
            result = other.cells.get(key, GONE)
            if result != reworded(mine, wording) and not is_chance(environment, mine, result):
                cells[key] = result
    cells |= {key: result for key, result in other.cells.items() if key not in pinned.cells}
    absent = {key: why for key, why in other.absent.items() if pinned.absent.get(key) != why}
    return Matrix(cells, absent), wording


@dataclass(frozen=True)
class Comparison:
    """What a measurement gave as against a recorded pair: how much is `same` as on the pages, what is otherwise.

    `known` differs from the pages as the pair's record says; `new` is as on neither, or as on the pages where the
    record says otherwise: {name: (expected, found)}. Cells are told by method.
    """

    same: int
    known: list[str]
    new: dict[str, tuple[str, str]]


def compared(measured: Measured, record: Record, pair: Pair | None) -> Comparison:
    """Compares what was measured with a recorded `pair`, or without one with the pages."""
    pinned = all_of(record)
    expected = measured_of(pair, record) if pair else pinned
    same, known, new = 0, list[str](), dict[str, tuple[str, str]]()
    for name, ended in measured.runs.items():
        wanted = expected.runs.get(name, pinned.runs[name])
        if not alike(ended, wanted):
            new[name] = (f"[{wanted.exit}] {wanted.output}", f"[{ended.exit}] {ended.output}")
        elif alike(ended, pinned.runs[name]):
            same += 1
        else:
            known.append(name)
    others: dict[str, int] = {}
    for key, mine in record.matrix.cells.items():
        if key[0] not in measured.methods:
            continue
        result = measured.matrix.cells.get(key, GONE)
        wanted_result = expected.matrix.cells.get(key, GONE if key[0] in expected.methods else mine)
        if result != wanted_result and not is_chance(measured.environment, wanted_result, result):
            new[" ".join(key)] = (str(wanted_result), str(result))
        elif result == mine:
            same += 1
        else:
            others[key[0]] = others.get(key[0], 0) + 1
    return Comparison(same, known + [f"matrix/{method} ({count} cells)" for method, count in others.items()], new)
