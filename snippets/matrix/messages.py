"""What each message of the matrix means: its cause in words, and a call that works, as messages.toml has it."""

import re
from dataclasses import dataclass, field
from functools import cache

from snippets.matrix.entries import Entry, entries


@dataclass(frozen=True)
class Met:
    """A way to meet a message that is no cell: `when`, in words, `source`, which makes what `says` it, and, on the same
    objects, the line to `write`.
    """

    when: str
    source: str
    says: str
    write: str


@dataclass(frozen=True)
class Message:
    """One message in all its variants. `title` are its constant words, as people paste them.

    `works` are calls on the same source (`a`, an array, or `t`, a tensor) that neither raise nor crash: pairs of a
    dtype, or "" for any, and the call. Where the source has a second fault, the call may get as far as that one, with
    another message, which has an entry too; `when` says of some of them what they are for. `met` are ways to meet it
    beside the cells. `instead` says what to do where no call is the answer. `page` says more, or is "".

    One that no cell gives has the `section` that it is told in and its `text` as a terminal shows it; where that cannot
    be run, `seen` says where it was.
    """

    name: str
    title: str
    pattern: str
    cause: str
    works: tuple[tuple[str, str], ...] = ()
    instead: str = ""
    page: str = ""
    when: tuple[tuple[str, str], ...] = ()
    met: tuple[Met, ...] = ()
    section: str = ""
    text: str = ""
    seen: str = ""
    line: int = field(default=1, compare=False)


def messages_in(file: str) -> tuple[Message, ...]:
    """The entries of `file`; raises Problem where one is broken."""
    return tuple(
        entry.into(Message, works=_works(entry), when=_when(entry), met=_met(entry)) for entry in entries(file)
    )


def _works(entry: Entry) -> tuple[tuple[str, str], ...]:
    """The calls that work, each once for each of its dtypes; raises Problem where one has other keys."""
    pairs: list[tuple[str, str]] = []
    for work in entry.values.get("works", ()):
        if not {"call"} <= {*work} <= {"call", "dtypes", "when"}:
            raise entry.problem("no_works", work=work)
        pairs += [(dtype, work["call"]) for dtype in work.get("dtypes", "").split() or [""]]
    return tuple(pairs)


def _when(entry: Entry) -> tuple[tuple[str, str], ...]:
    """What some of the calls that work are for, by their code."""
    return tuple((work["call"], work["when"]) for work in entry.values.get("works", ()) if "when" in work)


def _met(entry: Entry) -> tuple[Met, ...]:
    """The ways to meet it that are no cells; raises Problem where one has other keys."""
    for met in entry.values.get("met", ()):
        if {*met} != {*Met.__dataclass_fields__}:
            raise entry.problem("no_met", met=met)
    return tuple(Met(**met) for met in entry.values.get("met", ()))


MESSAGES = messages_in("messages.toml")


@cache
def explanations_of(text: str) -> tuple[Message, ...]:
    """The entries that explain a message, as a terminal shows it; there should be one."""
    return tuple(message for message in MESSAGES if re.match(message.pattern, text))
