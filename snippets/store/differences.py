"""Where releases are otherwise than the pinned one: computed when they are read. Pure.

A Compared is one release beside the pinned one; a Span says over which releases something is as on the pinned one.
"""

import re
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field, fields, replace
from functools import lru_cache, partial
from operator import attrgetter
from typing import Any, TypeVar

from packaging.version import Version

from snippets.store.failures import says_nothing
from snippets.store.releases import age, mark, step
from snippets.store.types import Ended, Environment, Example, Fact, Key, Matrix, Ran, Release, Result

# A suggestion that Python adds to an error, which depends on its release, and the version's own name.
SUGGESTION = re.compile(r"\.? Did you mean: '[^']*'\?")
VERSION = re.compile(r"\b\d+\.\d+\.\d+\+(?:cpu|cu\d+)\b")
FILLS = Version("2.2")  # torch fills memory that nobody initialized (torch.utils.deterministic), so the probe knows it
Other = Ended | Result | None  # what something is with another release; None where it is the same
UNKNOWN = Ended("unknown", "")
N = TypeVar("N", str, Key)


@dataclass(frozen=True)
class Compared(Release):
    """A release beside the pinned one.

    `known` are the examples and facts that were run with it as they are now: of the others nothing is known. Those
    of them that gave something else are in `changed`, and cells that behave otherwise in `cells`. `wording` holds
    messages that are worded otherwise in most cells that give them.
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
    earlier: Other = None
    until: str = ""
    changed: str = ""
    later: Other = None
    before: Compared | None = None  # the newest older release that differs


def runs_of(examples: Mapping[str, Example], facts: Mapping[str, Fact]) -> dict[str, Ran]:
    """What everything gave with the pinned release. A proof that holds prints nothing."""
    runs = {name: Ran(example.ending.exit, example.output, mark(example.script)) for name, example in examples.items()}
    return runs | {name: Ran("0", "", mark(fact.program)) for name, fact in facts.items()}


def compared(release: Release, pinned: Release, facts: Mapping[str, Fact]) -> Compared:
    """`release` beside `pinned`, which holds its runs; what runs that say nothing gave there is not known."""
    shown, libraries = pinned.runs, (pinned.libraries, release.libraries)
    runs = release.runs_now(pinned.marks)
    differ = {name for name, run in runs.items() if not alike(run, shown[name])}
    nothing = {name for name in differ if says_nothing(facts.get(name), runs[name], *libraries)}
    known = frozenset(runs.keys() - nothing)
    changed = {name: Ended(runs[name].exit, runs[name].output) for name in sorted(differ & known)}
    cells, wording = differing(pinned.matrix, release.matrix, release.environment)
    return Compared(**vars(release), known=known, changed=changed, cells=cells, wording=wording)


def without_noise(text: str) -> str:
    """An output without what says nothing of behavior: Python's suggestions, the build in a version."""
    return VERSION.sub("VERSION", SUGGESTION.sub("", text))


def alike(run: Ended, other: Ended) -> bool:
    """Whether two runs gave the same but for noise."""
    same = (run.exit, run.output) == (other.exit, other.output)
    return same or (run.exit, without_noise(run.output)) == (other.exit, without_noise(other.output))


def is_chance(environment: Environment, result: Result, other: Result) -> bool:
    """Whether two results of a cell say nothing, because one shows memory that nobody has initialized."""
    return Version(environment.torch) < FILLS and "uninitialized" in (result.outcome, other.outcome)


@lru_cache(maxsize=64)  # matrices are read once, and known by their identity; `make serve` asks at each change
def differing(pinned: Matrix, other: Matrix, environment: Environment) -> tuple[dict[Key, Result], dict[str, str]]:
    """Where `other`, measured in `environment`, behaves otherwise than `pinned`; and what it words otherwise mostly.

    Of a cell that one of them has not, nothing is known.
    """
    # By identity: few results are in many cells, and to compare cell by cell would take a second for all releases.
    alike = defaultdict[tuple[int, int], list[Key]](list)
    for key, result in other.cells.items():
        if key in pinned.cells:
            alike[id(pinned.cells[key]), id(result)].append(key)
    groups = [(pinned.cells[keys[0]], other.cells[keys[0]], keys) for keys in alike.values()]
    differ = set[Key]()
    for was, now, keys in groups:
        if behavior(now) != behavior(was) and not is_chance(environment, was, now):
            differ.update(keys)
    return {key: result for key, result in other.cells.items() if key in differ}, worded(groups)


def worded(groups: Iterable[tuple[Result, Result, Sequence[Key]]]) -> dict[str, str]:
    """The messages that are worded otherwise in most cells that give them: {as pinned: as there}."""
    counts = defaultdict[str, Counter[str]](Counter)
    for was, now, keys in groups:
        if len(was.messages) == len(now.messages):
            for text, words in zip(was.messages, now.messages, strict=True):
                if _kind(text) == _kind(words):
                    counts[text][words] += len(keys)
    usual = {text: min(words, key=lambda now: (-words[now], now)) for text, words in counts.items()}
    return {text: now for text, now in usual.items() if text != now}


def _kind(message: str) -> str:
    return message.partition(":")[0]


BEHAVIOR = tuple(field.name for field in fields(Result) if field.name not in ("messages", "disagree"))
_behavior = attrgetter(*BEHAVIOR)


def behavior(result: Result) -> tuple[Any, ...]:
    """The fields BEHAVIOR of a result, and last the kinds of its errors and warnings: all but how they are worded."""
    return (*_behavior(result), tuple(map(_kind, result.messages)))


def run_spans(pinned: Release, releases: Sequence[Compared], names: Iterable[str]) -> dict[str, Span]:
    """The Span of each example and fact that gives something else with one of `releases`."""

    def other(name: str, compared: Compared) -> Other:
        return compared.changed.get(name) if name in compared.known else UNKNOWN

    return _spans(pinned, releases, names, other)


def cell_spans(pinned: Release, releases: Sequence[Compared]) -> dict[Key, Span]:
    """The Span of each cell that behaves otherwise with one of `releases`; another wording of a message is not that."""

    def other(key: Key, compared: Compared) -> Other:
        return compared.cells.get(key) if key in compared.matrix.cells else UNKNOWN

    keys = dict.fromkeys(key for compared in releases for key in compared.cells)
    return _spans(pinned, releases, keys, other)


def _spans(
    pinned: Release, releases: Sequence[Compared], names: Iterable[N], other: Callable[[N, Compared], Other]
) -> dict[N, Span]:
    """The Span of each of `names` of which `other` gives with a release what is otherwise there: None, if nothing is.

    `releases` are sorted, the newest first; from the pinned one they are gone through outward.
    """
    working = [compared for compared in releases if not compared.broken]
    newer = [compared for compared in working if age(compared.environment) > age(pinned.environment)]
    older = working[len(newer) :]
    spans = {}
    for name in names:
        others = partial(other, name)
        span = Span()
        if first := _first(pinned.environment, newer[::-1], others):
            last, compared, later = first
            changed, until = step(compared.environment, last), step(last, compared.environment)
            span = replace(span, until=until, changed=changed, later=later)
        if first := _first(pinned.environment, older, others):
            last, compared, earlier = first
            since = step(last, compared.environment)
            span = replace(span, since=since, earlier=earlier, before=compared)
        if span != Span():
            spans[name] = span
    return spans


def _first(
    environment: Environment, side: Iterable[Compared], other: Callable[[Compared], Other]
) -> tuple[Environment, Compared, Other] | None:
    """The first release of a side with which something is otherwise, what it is there, and the last before it."""
    for compared in side:
        there = other(compared)
        if there is None:
            environment = compared.environment
        elif there != UNKNOWN:
            return environment, compared, there
    return None
