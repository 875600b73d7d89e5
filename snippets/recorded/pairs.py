"""What other pairs of torch and NumPy do differently from the pinned one: one file a pair, with the differences only.

Written by `python -m snippets versions`, read by verify and publish.
"""

import json
from collections.abc import Mapping
from dataclasses import asdict, dataclass
from functools import lru_cache
from pathlib import Path
from typing import Any

from snippets.problem import Problem
from snippets.recorded import ROOT, Environment
from snippets.recorded.cells import as_text, parse
from snippets.recorded.matrix import Matrix, Result

PAIRS = "snippets/recorded/pairs"
GONE = Result("missing")  # a cell that the pinned pair has and this one has not


@dataclass(frozen=True)
class Ended:
    """How a script ended (as published in data-exit), and what a terminal showed."""

    exit: str
    output: str


@dataclass(frozen=True, eq=False)
class Pair:
    """One pair of versions and where it differs: `runs` by the names of examples and facts, and cells of the matrix.

    `measured` is the day, `known` what was measured: the names of all examples and facts that were run.
    """

    environment: Environment
    measured: str
    known: frozenset[str]
    runs: Mapping[str, Ended]
    matrix: Matrix

    @property
    def name(self) -> str:
        """As published in data-pair: "torch 2.15.0, numpy 2.5.5"."""
        return f"torch {self.environment.torch}, numpy {self.environment.numpy}"


def pair_file(torch: str, numpy: str) -> str:
    """Path of the record of a pair, relative to the repository."""
    return f"{PAIRS}/torch-{torch}_numpy-{numpy}.json"


def pair_text(pair: Pair) -> str:
    """The file's content; `parse` of cells.py checks its matrix."""
    text = as_text(pair.matrix, asdict(pair.environment))
    runs = ",\n".join(
        f"{json.dumps(name)}: {json.dumps(asdict(pair.runs[name]), ensure_ascii=False)}" for name in sorted(pair.runs)
    )
    head = f'"measured": {json.dumps(pair.measured)},\n"known": {json.dumps(" ".join(sorted(pair.known)))},\n'
    return f"{{\n{head}" + f'"runs": {{\n{runs}\n}},\n' + text.removeprefix("{\n")


def parse_pair(text: str, file: str) -> Pair:
    """A pair out of its file's content; raises Problem where that was edited by hand or is half merged."""
    try:
        matrix, environment = parse(text)
        data: dict[str, Any] = json.loads(text)
        runs = {name: Ended(**one) for name, one in data["runs"].items()}
        pair = Pair(Environment(**environment), data["measured"], frozenset(data["known"].split()), runs, matrix)
    except Problem as problem:
        fix = f"run: git checkout {file}"
        raise Problem(file, problem.line, problem.expected, problem.found, fix, problem.detail) from None
    except (KeyError, TypeError, AttributeError) as error:
        expected = "environment, measured, known, runs and the sections of a matrix"
        raise Problem(file, 1, expected, f"{type(error).__name__}: {error}", f"run: git checkout {file}") from None
    if file != pair_file(pair.environment.torch, pair.environment.numpy):
        expected = pair_file(pair.environment.torch, pair.environment.numpy)
        raise Problem(file, 1, expected, f"a file that holds {pair.name}", f"run: git mv {file} {expected}")
    return pair


def read_pairs(root: Path = ROOT) -> list[Pair]:
    """All recorded pairs, the newest first; raises Problem where a file is broken."""
    files = sorted((root / PAIRS).glob("*.json"))
    pairs = [_read(root, file, file.stat().st_mtime_ns) for file in files]
    return sorted(pairs, key=lambda pair: age(pair.environment), reverse=True)


@lru_cache(maxsize=64)
def _read(root: Path, file: Path, _modified: int) -> Pair:
    return parse_pair(file.read_bytes().decode(), file.relative_to(root).as_posix())


def age(environment: Environment) -> tuple[tuple[int, ...], tuple[int, ...]]:
    """What sorts pairs by age: the numbers of torch's version, then NumPy's."""
    return numbers(environment.torch), numbers(environment.numpy)


def numbers(version: str) -> tuple[int, ...]:
    """The numbers of a version: 2.15.0 -> (2, 15, 0)."""
    return tuple(int(part) for part in version.split("+")[0].split(".") if part.isdigit())
