"""The one loader of all that publish may show."""

from collections import defaultdict
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import cached_property
from pathlib import Path
from typing import Any, TypeVar

from snippets.store import elsewhere, examples, names
from snippets.store.differences import Compared, Span, alike, cell_spans, compared, run_spans, runs_of, without_noise
from snippets.store.facts import facts_in
from snippets.store.failures import says_nothing
from snippets.store.files import RECORDED, ROOT, read_sealed
from snippets.store.releases import read_libraries, read_pinned, read_platforms, read_releases
from snippets.store.types import Ended, Environment, Example, Fact, Key, Matrix, Release

PERFORMANCE = f"{RECORDED}/performance.json"
DEVICES = f"{RECORDED}/devices.json"
HOLDS = {("0", "")}  # how a proof ends that holds
V = TypeVar("V")


@dataclass(frozen=True)
class Record:
    """Everything that publish may show. `pinned` is the release that the pages show; its runs are the examples.

    `releases` are the others, the newest first; `platforms` the pinned one on other machines. `elsewhere` are scripts
    that need another machine. `libraries` are the pinned one beside other releases of what examples import.
    `signatures` are calls with their arguments, as the pinned release says them.
    """

    pinned: Release
    examples: Mapping[str, Example] = field(default_factory=dict, repr=False)
    facts: Mapping[str, Fact] = field(default_factory=dict, repr=False)
    elsewhere: Mapping[str, Example] = field(default_factory=dict, repr=False)
    releases: Sequence[Compared] = ()
    platforms: Sequence[Compared] = ()
    libraries: Mapping[str, Release] = field(default_factory=dict, repr=False)
    performance: Mapping[str, Any] = field(default_factory=dict, repr=False)
    devices: Mapping[str, Any] = field(default_factory=dict, repr=False)
    signatures: Mapping[str, str] = field(default_factory=dict, repr=False)

    __hash__ = object.__hash__  # what is made of one is kept by its identity

    @property
    def environment(self) -> Environment:
        """The pinned release, and the Python and the platform that the outputs were recorded on."""
        return self.pinned.environment

    @property
    def matrix(self) -> Matrix:
        """The matrix of the pinned release."""
        return self.pinned.matrix

    @property
    def newest(self) -> Compared | None:
        """The newest of the other releases that works."""
        return next((release for release in self.releases if not release.broken), None)

    @cached_property
    def measured(self) -> tuple[object, ...]:
        """What of all this the cells of the matrix depend on: it stays when examples and facts are edited."""
        releases = (self.pinned, *self.releases)
        return tuple((release.environment, release.matrix, release.broken) for release in releases)

    @cached_property
    def run_spans(self) -> Mapping[str, Span]:
        """Over which releases each example and fact is as it is shown; those that are so with all are left out."""
        return run_spans(self.pinned, self.releases, [*self.examples, *self.facts])

    @cached_property
    def edited(self) -> frozenset[str]:
        """The examples and facts that were edited since they gave something else with some release."""
        names = {*self.examples, *self.facts} - {name for release in self.releases for name in release.known}
        before = defaultdict[str, set[tuple[str, str]]](set)
        for release in self.releases:
            for name in names & release.runs.keys():
                run = release.runs[name]
                if not says_nothing(self.facts.get(name), run, self.pinned.libraries, release.libraries):
                    before[name].add((run.exit, without_noise(run.output)))
        differ = {name for name, ends in before.items() if len(ends) > 1}
        return frozenset(differ | {name for name, ends in before.items() if name in self.facts and ends != HOLDS})

    @cached_property
    def beside(self) -> Mapping[str, Mapping[str, Ended]]:
        """{example or fact: {another release of a library that it imports: what it gives there, which differs}}."""
        found, shown = defaultdict[str, dict[str, Ended]](dict), self.pinned.runs
        for library, release in self.libraries.items():
            for name, ran in release.runs_now(self.pinned.marks).items():
                if not alike(shown[name], ran):
                    found[name][library] = ran
        return found

    @cached_property
    def cell_spans(self) -> Mapping[Key, Span]:
        """The same of the cells of the matrix."""
        return cell_spans(self.pinned, self.releases)


def kept(make: Callable[[str, Record], V]) -> Callable[[str, Record], V]:
    """`make`, its results kept while what was measured stays: `make serve` asks for the same tables after each edit."""
    results: dict[tuple[str, object], V] = {}

    def look_up(argument: str, records: Record) -> V:
        key = argument, records.measured
        if key not in results:
            results[key] = make(argument, records)
        return results[key]

    return look_up


def load(root: Path = ROOT) -> Record:
    """Reads the whole record; raises Problem where a part of it is broken."""
    facts, _ = facts_in(root)
    shown = {name: examples.read_example(root, name) for name in examples.names(root)}
    pinned = replace(read_pinned(root), runs=runs_of(shown, facts))
    return Record(
        pinned,
        shown,
        facts,
        {name: examples.read_example(root, name) for name in elsewhere.names(root)},
        [compared(release, pinned, facts) for release in read_releases(root)],
        [compared(release, pinned, facts) for release in read_platforms(root)],
        read_libraries(root),
        read_performance(root),
        read_performance(root, DEVICES),
        names.read(root).signatures,
    )


def read_performance(root: Path, file: str = PERFORMANCE) -> Mapping[str, Any]:
    """The record of speed, or that of a GPU; {} where there is none. Raises Problem where it is broken."""
    if not (root / file).exists():
        return {}
    return read_sealed(root, file, dict[str, Any], f"python -m benchmarks.{Path(file).stem} --record")
