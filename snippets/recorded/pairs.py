"""What other pairs of torch and NumPy do differently from the pinned one: one file a pair, with the differences only.

Written by `python -m snippets versions`, read by verify and publish. A record of another platform has the same form.
"""

import base64
import hashlib
import json
from collections.abc import Callable, Mapping, Sequence
from dataclasses import asdict, dataclass, field, fields, replace
from functools import cache, lru_cache, partial
from operator import attrgetter
from pathlib import Path
from typing import Any

from snippets.matrix.axes import METHODS
from snippets.problem import Problem
from snippets.recorded import ROOT, Environment, Record
from snippets.recorded.cells import as_text, parse
from snippets.recorded.matrix import Key, Matrix, Result

PAIRS = "snippets/recorded/pairs"
PLATFORMS = "snippets/recorded/platforms"
GONE = Result("missing")  # a cell that the pinned pair has and this one has not
AS_PINNED = Result("as with the pinned pair")  # a cell in which a pair differs from the one that its file builds on
DIRECTION = {method.name: method.direction for method in METHODS}


@dataclass(frozen=True)
class Ended:
    """How a script ended (as published in data-exit), and what a terminal showed."""

    exit: str
    output: str


@dataclass(frozen=True, eq=False)
class Pair:
    """One pair of versions and where it differs: `runs` by the names of examples and facts, and cells of the matrix.

    `measured` is the day, `known` the marks of what was measured (see `mark`): of all else nothing is known. `wording`
    holds messages that are worded otherwise in most cells that give them; a cell that differs in nothing else
    is not in `matrix`, nor is one whose source cannot be made. `broken` is why nothing could be measured: the pair
    cannot be installed, or does not work together.
    """

    environment: Environment
    measured: str
    known: frozenset[str] = field(repr=False)
    runs: Mapping[str, Ended] = field(repr=False)
    matrix: Matrix
    wording: Mapping[str, str] = field(default_factory=dict, repr=False)
    broken: str = ""

    @property
    def name(self) -> str:
        """As published in data-pair: "torch 2.15.0, numpy 2.5.5"."""
        return f"torch {self.environment.torch}, numpy {self.environment.numpy}"

    def cell(self, key: Key, pinned: Matrix) -> Result:
        """What this pair gives for a cell of the `pinned` matrix; GONE if its source cannot be made."""
        if found := self.matrix.cells.get(key):
            return found
        method, dtype, layout = key
        if (DIRECTION[method], dtype, layout) in self.matrix.absent:
            return GONE
        return reworded(pinned.cells[key], self.wording)

    @property
    def leaf(self) -> str:
        """What its file and its page are called: torch-2.15.0-numpy-2.5.5, or the platform's name."""
        return Path(file_of(self.environment)).stem


def reworded(result: Result, wording: Mapping[str, str]) -> Result:
    """A result with its messages as another pair words them."""
    if not any(text in wording for text in result.messages):
        return result
    return replace(result, messages=tuple(wording.get(text, text) for text in result.messages))


def file_of(environment: Environment, pinned: Environment | None = None) -> str:
    """Path of the record of a pair, relative to the repository; of a platform if the pair is the `pinned` one."""
    if pinned and (environment.torch, environment.numpy) == (pinned.torch, pinned.numpy):
        return f"{PLATFORMS}/{environment.platform.lower().replace(' ', '-')}.json"
    return f"{PAIRS}/torch-{environment.torch}-numpy-{environment.numpy}.json"


def mark(name: str, content: str) -> str:
    """Six letters that stand for what was measured: `name` as it was then, so that a changed script counts as new."""
    hashed = hashlib.sha256(f"{name}\n{content}".encode()).digest()
    return base64.urlsafe_b64encode(hashed[:5]).decode()[:6]


def marks(record: Record) -> dict[str, str]:
    """{example, fact or method of the matrix: its mark}: all that a pair can be measured for."""
    found = {name: mark(name, one.script) for name, one in record.examples.items()}
    found |= {name: mark(name, one.program) for name, one in record.facts.items()}
    return {**found, **method_marks(record.matrix)}


@lru_cache(maxsize=8)  # a matrix is known by its identity
def method_marks(matrix: Matrix) -> Mapping[str, str]:
    """{method of the matrix: its mark}, which is made of the cells that it has."""
    cells: dict[str, list[str]] = {}
    for method, dtype, layout in matrix.cells:
        cells.setdefault(method, []).append(f"{dtype} {layout}")
    return {method: mark(method, "\n".join(sorted(of))) for method, of in cells.items()}


def known_methods(pair: Pair, pinned: Matrix) -> set[str]:
    """The methods of the `pinned` matrix that were measured with `pair`, with the same cells."""
    return {method for method, of in method_marks(pinned).items() if of in pair.known}


def pair_text(pair: Pair, base: Pair | None = None, base_text: str = "") -> str:
    """The file's content: where `pair` differs from `base`, which differs from the pinned pair; without it, from that.

    `base_text` is the content of the base's file: that it has not changed since is checked on reading. Neighbors in age
    are alike, so this keeps the files small. What `base` has and `pair` has not is null, or AS_PINNED.
    """
    other = base or Pair(pair.environment, "", frozenset(), {}, Matrix())
    cells = {key: result or AS_PINNED for key, result in _delta(pair.matrix.cells, other.matrix.cells).items()}
    absent = {key: why or "" for key, why in _delta(pair.matrix.absent, other.matrix.absent).items()}
    text = as_text(Matrix(dict(sorted(cells.items())), dict(sorted(absent.items()))), asdict(pair.environment))
    runs = ",\n".join(
        f"{json.dumps(name)}: {json.dumps(ended and asdict(ended), ensure_ascii=False)}"
        for name, ended in sorted(_delta(pair.runs, other.runs).items())
    )
    values = {
        "measured": pair.measured,
        "broken": pair.broken,
        "base": base.leaf if base else "",
        "base_content": _fingerprint(base_text) if base else "",
        "known": " ".join(sorted(pair.known - other.known)),
        "unknown": " ".join(sorted(other.known - pair.known)),
    }
    head = "".join(f"{json.dumps(key)}: {json.dumps(value, ensure_ascii=False)},\n" for key, value in values.items())
    worded = dict(sorted(_delta(pair.wording, other.wording).items()))
    wording = json.dumps(worded, ensure_ascii=False, indent=0)
    return f'{{\n{head}"runs": {{\n{runs}\n}},\n"wording": {wording},\n' + text.removeprefix("{\n")


def _delta(mine: Mapping[Any, Any], other: Mapping[Any, Any]) -> dict[Any, Any]:
    return {key: mine.get(key) for key in {**other, **mine} if mine.get(key) != other.get(key)}


def _applied(delta: Mapping[Any, Any], other: Mapping[Any, Any], gone: object = None) -> dict[Any, Any]:
    return {key: value for key, value in {**other, **delta}.items() if value != gone}


def _fingerprint(text: str) -> str:
    return hashlib.sha256(text.encode()).hexdigest()[:12]


def parse_pair(text: str, file: str, base: Callable[[str], tuple[Pair, str]] | None = None) -> Pair:
    """A pair out of its file's content; `base` gives the one that it builds on, and its file's content.

    Raises Problem where the file, or that one, was edited by hand or is half merged.
    """
    restore = f"run: git checkout {file}"
    try:
        matrix, environment = parse(text)
        data: dict[str, Any] = json.loads(text)
        where = Environment(**environment)
        empty = Pair(where, "", frozenset(), {}, Matrix())
        other, base_text = base(data["base"]) if data["base"] and base else (empty, "")
        if data["base"] and _fingerprint(base_text) != data["base_content"]:
            found = f"{data['base']}, which is not as it was when this file was written"
            raise Problem(
                file, 1, "the pair that this file builds on", found, "run: git checkout snippets/recorded/pairs"
            )
        runs = {name: one and Ended(**one) for name, one in data["runs"].items()}
        known = (other.known | set(data["known"].split())) - set(data["unknown"].split())
        cells = _applied(matrix.cells, other.matrix.cells, AS_PINNED)
        absent = _applied(matrix.absent, other.matrix.absent, "")
        wording, broken = _applied(data["wording"], other.wording), data["broken"]
        pair = Pair(
            where,
            data["measured"],
            frozenset(known),
            _applied(runs, other.runs),
            Matrix(cells, absent),
            wording,
            broken,
        )
    except Problem as problem:
        fix = problem.fix if problem.file == file else restore
        raise replace(problem, file=file, fix=fix) from None
    except (KeyError, TypeError, AttributeError) as error:
        expected = "environment, measured, broken, base, known, runs, wording and the sections of a matrix"
        raise Problem(file, 1, expected, f"{type(error).__name__}: {error}", restore) from None
    expected = file_of(where, where if file.startswith(PLATFORMS) else None)
    if file != expected:
        found = f"a file that holds {pair.name}, {where.platform}"
        raise Problem(file, 1, expected, found, f"run: git mv {file} {expected}")
    return pair


def read_pairs(root: Path = ROOT, folder: str = PAIRS) -> list[Pair]:
    """All recorded pairs (or, from PLATFORMS, platforms), the newest first; raises Problem where a file is broken."""
    files = sorted((root / folder).glob("*.json"))
    state = tuple((file.name, file.stat().st_mtime_ns) for file in files)
    return list(_read(root, folder, state))


@lru_cache(maxsize=16)
def _read(root: Path, folder: str, state: tuple[tuple[str, int], ...]) -> tuple[Pair, ...]:
    pairs: dict[str, tuple[Pair, str]] = {}

    def pair(leaf: str) -> tuple[Pair, str]:
        if leaf not in pairs:
            file = f"{folder}/{leaf}.json"
            if not (root / file).exists():
                raise Problem(file, 1, "a file that another one builds on", "none", f"run: git checkout {folder}")
            text = (root / file).read_bytes().decode()
            pairs[leaf] = parse_pair(text, file, pair), text
        return pairs[leaf]

    every = [pair(name.removesuffix(".json"))[0] for name, _ in state]
    return tuple(sorted(every, key=lambda one: age(one.environment), reverse=True))


def files_of(pairs: Sequence[Pair], pinned: Environment) -> dict[str, str]:
    """{file: content} of all pairs: each builds on its neighbor on the side of the pinned pair, if that works."""
    working = sorted((pair for pair in pairs if not pair.broken), key=lambda pair: age(pair.environment))
    older = [pair for pair in working if age(pair.environment) < age(pinned)][::-1]
    newer = [pair for pair in working if age(pair.environment) > age(pinned)]
    texts: dict[str, str] = {}
    for side in (older, newer):
        base, base_text = None, ""
        for pair in side:
            texts[file_of(pair.environment)] = pair_text(pair, base, base_text)
            base, base_text = pair, texts[file_of(pair.environment)]
    return texts | {file_of(pair.environment): pair_text(pair) for pair in pairs if pair.broken}


@cache
def age(environment: Environment) -> tuple[tuple[int, ...], tuple[int, ...]]:
    """What sorts pairs by age: the numbers of torch's version, then NumPy's."""
    return numbers(environment.torch), numbers(environment.numpy)


def numbers(version: str) -> tuple[int, ...]:
    """The numbers of a version: 2.15.0 -> (2, 15, 0)."""
    return tuple(int(part) for part in version.split("+")[0].split(".") if part.isdigit())


@dataclass(frozen=True)
class Span:
    """Over which releases something is as on the pinned pair, and what it is before and after; "" is not known.

    `since` is the first of them and `earlier` what it is before; `until` the last, `changed` the one after it and
    `later` what it is there.
    """

    since: str = ""
    earlier: Ended | Result | None = None
    until: str = ""
    changed: str = ""
    later: Ended | Result | None = None
    before: Pair | None = None  # the newest older pair that differs


UNKNOWN = Ended("unknown", "")


def run_span(name: str, record: Record) -> Span:
    """The Span of an example or a fact."""
    mine = _mark_of(name, record)
    sides = _sides(record.environment, record.pairs)
    return _span(record.environment, sides, lambda pair: pair.runs.get(name) if mine in pair.known else UNKNOWN)


def is_known(name: str, pair: Pair, record: Record) -> bool:
    """Whether an example or a fact was run with `pair` as it is now."""
    return _mark_of(name, record) in pair.known


def _mark_of(name: str, record: Record) -> str:
    return mark(name, record.examples[name].script if name in record.examples else record.facts[name].program)


@lru_cache(maxsize=4)  # all three are read once, and known by their identity
def cell_spans(environment: Environment, matrix: Matrix, pairs: tuple[Pair, ...]) -> Mapping[Key, Span]:
    """The Span of each cell that is otherwise on some recorded pair; another wording of a message is not that."""
    mine = method_marks(matrix)

    def at(key: Key, pair: Pair) -> Ended | Result | None:
        if mine[key[0]] not in pair.known or (DIRECTION[key[0]], *key[1:]) in pair.matrix.absent:
            return UNKNOWN
        result = pair.matrix.cells.get(key)
        return result if result and behavior(result) != behavior(matrix.cells[key]) else None

    keys = {key: None for pair in pairs for key in pair.matrix.cells if key in matrix.cells}
    sides = _sides(environment, pairs)
    found = {key: _span(environment, sides, partial(at, key)) for key in keys}
    return {key: span for key, span in found.items() if span != Span()}


Sides = tuple[Sequence[Pair], Sequence[Pair]]


def _sides(environment: Environment, pairs: Sequence[Pair]) -> Sides:
    """The pairs that work, newer than `environment` and older, each from it outward."""
    working = [pair for pair in pairs if not pair.broken]
    newer = [pair for pair in reversed(working) if age(pair.environment) > age(environment)]
    return newer, [pair for pair in working if age(pair.environment) < age(environment)]


def _span(environment: Environment, sides: Sides, at: Callable[[Pair], Ended | Result | None]) -> Span:
    """From the pinned pair outward: `at` gives what is otherwise with a pair, None where nothing is, or UNKNOWN."""
    newer, _ = sides
    span = Span()
    for side in sides:
        last = environment
        for pair in side:
            other = at(pair)
            if other == UNKNOWN:
                continue
            if other is None:
                last = pair.environment
            elif side is newer:
                changed, until = step(pair.environment, last), step(last, pair.environment)
                span = replace(span, until=until, changed=changed, later=other)
                break
            else:
                span = replace(span, since=step(last, pair.environment), earlier=other, before=pair)
                break
    return span


BEHAVIOR = tuple(field.name for field in fields(Result) if field.name not in ("messages", "disagree"))
_behavior = attrgetter(*BEHAVIOR)


def behavior(result: Result) -> tuple[Any, ...]:
    """The fields BEHAVIOR of a result, and last the kinds of its errors and warnings: all but how they are worded."""
    return (*_behavior(result), tuple(text.partition(":")[0] for text in result.messages))


def step(one: Environment, other: Environment) -> str:
    """What `one` has that `other` has not, in words: "torch 2.14.1", "NumPy 2.5.5", or both."""
    torch = [f"torch {one.torch}"] if one.torch != other.torch else []
    numpy = [f"NumPy {one.numpy}"] if one.numpy != other.numpy else []
    return " with ".join(torch + numpy) or f"Python {one.python}"


def nearest_pair(environment: Environment, pairs: Sequence[Pair], pinned: Environment) -> Pair | None:
    """The recorded pair to compare an installation with: the same one, or the next older; None is the pinned pair."""
    known = sorted([(age(pinned), -1), *((age(pair.environment), number) for number, pair in enumerate(pairs))])
    _, chosen = max((one for one in known if one[0] <= age(environment)), default=known[0])
    return pairs[chosen] if chosen >= 0 else None


@lru_cache(maxsize=4)
def with_spans(environment: Environment, matrix: Matrix, pairs: tuple[Pair, ...]) -> Matrix:
    """`matrix` with what is otherwise with other releases."""
    if not pairs:
        return matrix
    newest = pairs[0]
    return Matrix(matrix.cells, matrix.absent, cell_spans(environment, matrix, pairs), newest.name, newest.wording)
