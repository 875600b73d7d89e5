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
from snippets.recorded.matrix import Matrix
from snippets.recorded.pairs import DIRECTION, GONE, Ended, Pair, marks, reworded

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
    differs, wording = differing(record.matrix, measured.matrix, measured.methods)
    return Pair(measured.environment, today, known, runs, differs, wording)


def alike(one: Ended, other: Ended) -> bool:
    """Whether two runs gave the same but for noise."""
    return (one.exit, without_noise(one.output)) == (other.exit, without_noise(other.output))


def differing(pinned: Matrix, other: Matrix, methods: Iterable[str]) -> tuple[Matrix, dict[str, str]]:
    """Where `other`, measured for `methods`, is not as `pinned`; and messages that are worded otherwise in most cells.

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
            if result != reworded(mine, wording):
                cells[key] = result
    cells |= {key: result for key, result in other.cells.items() if key not in pinned.cells}
    absent = {key: why for key, why in other.absent.items() if pinned.absent.get(key) != why}
    return Matrix(cells, absent), wording
