"""Where releases are otherwise than the pinned one: computed when they are read. Pure.

A Compared is one release beside the pinned one; a Span says over which releases something is as on the pinned one.
"""

import re
from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field, fields, replace
from functools import lru_cache, partial
from operator import attrgetter
from typing import Any

from packaging.version import Version

from snippets.store.releases import age, mark, step
from snippets.store.types import Ended, Environment, Example, Fact, Key, Matrix, Release, Result

# A suggestion that Python adds to an error, which depends on its release, and the version's own name.
SUGGESTION = re.compile(r"\.? Did you mean: '[^']*'\?")
VERSION = re.compile(r"\b\d+\.\d+\.\d+\+(?:cpu|cu\d+)\b")
FILLS = Version("2.2")  # torch fills memory that nobody initialized (torch.utils.deterministic), so the probe knows it


@dataclass(frozen=True)
class Compared(Release):
    """A release beside the pinned one.

    `known` are the examples and facts that were run with it as they are now: of the others nothing is known. Those
    of them that gave something else are in `changed`, and such cells of the matrix in `cells`. `wording` holds messages
    that are worded otherwise in most cells that give them; a cell that differs in nothing else is not in `cells`.
    """

    known: frozenset[str] = field(default=frozenset(), repr=False)
    changed: Mapping[str, Ended] = field(default_factory=dict, repr=False)
    cells: Mapping[Key, Result] = field(default_factory=dict, repr=False)
    wording: Mapping[str, str] = field(default_factory=dict, repr=False)

    __hash__ = object.__hash__  # what is made of one is kept by its identity


@dataclass(frozen=True)
class Span:
    """Over which releases something is as on the pinned one, and what it is before and after; "" is not known.

    `since` is the first of them and `earlier` what it is before; `until` the last, `changed` the one after it and
    `later` what it is there.
    """

    since: str = ""
    earlier: Ended | Result | None = None
    until: str = ""
    changed: str = ""
    later: Ended | Result | None = None
    before: Compared | None = None  # the newest older release that differs


UNKNOWN = Ended("unknown", "")


def marks_of(examples: Mapping[str, Example], facts: Mapping[str, Fact]) -> dict[str, str]:
    """{example or fact: the mark of its script}."""
    scripts = {name: example.script for name, example in examples.items()}
    scripts |= {name: fact.program for name, fact in facts.items()}
    return {name: mark(script) for name, script in scripts.items()}


def runs_of(examples: Mapping[str, Example], facts: Mapping[str, Fact]) -> dict[str, Ended]:
    """How everything ended with the pinned release. A proof that holds prints nothing."""
    runs = {name: Ended(example.ending.exit, example.output) for name, example in examples.items()}
    return runs | {name: Ended("0", "") for name in facts}


def compared(release: Release, pinned: Release, runs: Mapping[str, Ended], marks: Mapping[str, str]) -> Compared:
    """`release` beside `pinned`, whose examples and proofs gave `runs` and have `marks`."""
    known = {name for name, ran in release.runs.items() if marks.get(name) == ran.mark}
    others = {name: Ended(release.runs[name].exit, release.runs[name].output) for name in sorted(known)}
    cells, wording = differing(pinned.matrix, release.matrix, release.environment)
    changed = {name: ended for name, ended in others.items() if not alike(ended, runs[name])}
    return Compared(**vars(release), known=frozenset(known), changed=changed, cells=cells, wording=wording)


def without_noise(text: str) -> str:
    """An output without what says nothing of behavior: Python's suggestions, the build in a version."""
    return VERSION.sub("VERSION", SUGGESTION.sub("", text))


def alike(one: Ended, other: Ended) -> bool:
    """Whether two runs gave the same but for noise."""
    same = (one.exit, one.output) == (other.exit, other.output)
    return same or (one.exit, without_noise(one.output)) == (other.exit, without_noise(other.output))


def is_chance(environment: Environment, one: Result, other: Result) -> bool:
    """Whether two results of a cell say nothing, because one shows memory that nobody has initialized."""
    return Version(environment.torch) < FILLS and "uninitialized" in (one.outcome, other.outcome)


@lru_cache(maxsize=64)  # matrices are read once, and known by their identity; `make serve` asks at each change
def differing(pinned: Matrix, other: Matrix, environment: Environment) -> tuple[dict[Key, Result], dict[str, str]]:
    """Where `other`, measured in `environment`, is not as `pinned`; and what it words otherwise mostly.

    Of a cell that it has not, nothing is known.
    """
    theirs = list(other.cells.values())
    mine = [pinned.cells.get(key) for key in other.cells]
    wording = worded(mine, theirs)
    usual = {id(result): result and reworded(result, wording) for result in {id(one): one for one in mine}.values()}
    cells = {}
    for key, was, now in zip(other.cells, mine, theirs, strict=True):
        expected = usual[id(was)]
        if now is not expected and now != expected and not (was and is_chance(environment, was, now)):
            cells[key] = now
    return cells, wording


def worded(mine: Sequence[Result | None], theirs: Sequence[Result]) -> dict[str, str]:
    """The messages that are worded otherwise in most cells that give them: {as pinned: as there}."""
    results = {id(result): result for result in (*mine, *theirs)}
    counts: dict[str, Counter[str]] = {}
    # By identity: to compare each of the cells would take a second for all releases.
    for (was, now), count in Counter(zip(map(id, mine), map(id, theirs), strict=True)).items():
        pinned, other = results[was], results[now]
        if pinned and other and len(pinned.messages) == len(other.messages):
            for text, words in zip(pinned.messages, other.messages, strict=True):
                if text.partition(":")[0] == words.partition(":")[0]:
                    counts.setdefault(text, Counter())[words] += count
    usual = {text: min(words, key=lambda now: (-words[now], now)) for text, words in counts.items()}
    return {text: now for text, now in usual.items() if text != now}


def reworded(result: Result, wording: Mapping[str, str]) -> Result:
    """A result with its messages as another release words them."""
    if not any(text in wording for text in result.messages):
        return result
    return replace(result, messages=tuple(wording.get(text, text) for text in result.messages))


BEHAVIOR = tuple(one.name for one in fields(Result) if one.name not in ("messages", "disagree"))
_behavior = attrgetter(*BEHAVIOR)


def behavior(result: Result) -> tuple[Any, ...]:
    """The fields BEHAVIOR of a result, and last the kinds of its errors and warnings: all but how they are worded."""
    return (*_behavior(result), tuple(text.partition(":")[0] for text in result.messages))


Sides = tuple[Sequence[Compared], Sequence[Compared]]


def sides(pinned: Release, releases: Sequence[Compared]) -> Sides:
    """Those of `releases` (the newest first) that work, newer than `pinned` and older, each from it outward."""
    working = [compared for compared in releases if not compared.broken]
    newer = [compared for compared in working if age(compared.environment) > age(pinned.environment)]
    return newer[::-1], working[len(newer) :]


def run_spans(pinned: Release, releases: Sequence[Compared], names: Iterable[str]) -> dict[str, Span]:
    """The Span of each example and fact that gives something else with one of `releases`."""
    both = sides(pinned, releases)

    def at(name: str, compared: Compared) -> Ended | None:
        return compared.changed.get(name) if name in compared.known else UNKNOWN

    spans = {name: _span(pinned.environment, both, partial(at, name)) for name in names}
    return {name: span for name, span in spans.items() if span != Span()}


def cell_spans(pinned: Release, releases: Sequence[Compared]) -> dict[Key, Span]:
    """The Span of each cell that behaves otherwise with one of `releases`; another wording of a message is not that."""
    both, cells = sides(pinned, releases), pinned.matrix.cells

    def at(key: Key, compared: Compared) -> Ended | Result | None:
        if key not in compared.matrix.cells:
            return UNKNOWN
        result = compared.cells.get(key)
        return result if result and behavior(result) != behavior(cells[key]) else None

    keys = {key: None for compared in releases for key in compared.cells if key in cells}
    spans = {key: _span(pinned.environment, both, partial(at, key)) for key in keys}
    return {key: span for key, span in spans.items() if span != Span()}


def _span(environment: Environment, sides: Sides, at: Callable[[Compared], Ended | Result | None]) -> Span:
    """From the pinned release outward: `at` gives what is otherwise with one, None where nothing is, or UNKNOWN."""
    newer, _ = sides
    span = Span()
    for side in sides:
        last = environment
        for compared in side:
            other = at(compared)
            if other == UNKNOWN:
                continue
            if other is None:
                last = compared.environment
            elif side is newer:
                changed, until = step(compared.environment, last), step(last, compared.environment)
                span = replace(span, until=until, changed=changed, later=other)
                break
            else:
                span = replace(span, since=step(last, compared.environment), earlier=other, before=compared)
                break
    return span
