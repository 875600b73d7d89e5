"""A made-up record of a few scripts, a proof and some cells, which several tests compare with."""

from collections.abc import Mapping, Sequence
from dataclasses import replace

from snippets.store.differences import Compared, compared, runs_of
from snippets.store.record import Record
from snippets.store.releases import mark
from snippets.store.types import Environment, Example, Fact, Matrix, Ran, Release, Result

HERE = Environment("2.13.0", "2.4.6", "3.11", "Linux x86_64")
NEWER = Environment("2.15.0", "2.5.5", "3.12", "Linux x86_64")
SHARES = Result("shares", "none", "shares", "equal", "Tensor", "torch.float32", (2, 3), (3, 1), "cpu", False, "yes")
ABORTS = Result("crashes", "crashes", "none", "none", messages=("SIGABRT: Storage size calculation overflowed",))
RAISES = Result("raises", "raises", "none", "none", messages=("RuntimeError: Storage size calculation overflowed",))
PLAIN, REVERSED = ("from_dlpack", "float32", "contiguous"), ("from_dlpack", "float32", "reversed")
PINNED = Matrix(
    {
        PLAIN: SHARES,
        REVERSED: ABORTS,
        ("from_dlpack", "uint16", "contiguous"): SHARES,
        ("from_dlpack", "uint16", "reversed"): ABORTS,
    }
)
OTHER = Matrix({PLAIN: SHARES, REVERSED: RAISES}, {("to_torch", "uint16", "contiguous"): "TypeError: no such dtype"})
FACT = Fact("p#holds", "snippets/facts/p.py", 1, "It holds.", "", "assert True\n", 2, ("broken",))
EXAMPLES = {name: Example(name, f"print('{name}')\n", f"{name}\n") for name in ("p/same", "p/other", "p/unsteady")}
FACTS = {FACT.name: FACT}
RECORD = Record(Release(HERE, "2026-11-01", runs_of(EXAMPLES, FACTS), PINNED), EXAMPLES, FACTS)


def record_of(
    examples: Mapping[str, Example] | None = None,
    facts: Mapping[str, Fact] | None = None,
    matrix: Matrix | None = None,
    releases: Sequence[Compared] = (),
) -> Record:
    """A record that holds these, and what stands beside it."""
    return Record(Release(HERE, "", matrix=matrix or Matrix()), examples or {}, facts or {}, releases=releases)


def ran(name: str, output: str, exit: str = "0") -> Ran:  # noqa: A002 (as the field is called)
    """A run of one of the scripts above as it is now."""
    script = EXAMPLES[name].script if name in EXAMPLES else FACTS[name].program
    return Ran(exit, output, mark(script))


def measured(**changes: object) -> Release:
    """The newer release: one example and the proof are otherwise, one example was not steady."""
    runs = {
        "p/same": ran("p/same", "p/same\n"),
        "p/other": ran("p/other", "TypeError: no\n", "error"),
        "p#holds": ran("p#holds", "AssertionError\n", "error"),
    }
    return replace(Release(NEWER, "2026-11-25", runs, OTHER), **changes)  # type: ignore[arg-type]


def beside(release: Release, record: Record = RECORD) -> Compared:
    """`release` beside the pinned one of `record`."""
    runs = runs_of(record.examples, record.facts)
    return compared(release, replace(record.pinned, runs=runs), record.facts)
