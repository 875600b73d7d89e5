"""What each message of the matrix means: its cause in words, and a call that works, as messages.toml has it."""

import re
from dataclasses import dataclass, field
from functools import cache

from snippets.matrix.entries import Entry, entries


@dataclass(frozen=True)
class Message:
    """One message in all its variants. `title` are its constant words, as people paste them.

    `works` are calls on the same source (`a`, an array, or `t`, a tensor) that neither raise nor crash: pairs of a
    dtype, or "" for any, and the call. Where the source has a second fault, the call may get as far as that one, with
    another message, which has an entry too. `instead` says what to do where no call is the answer. `page` says more, or
    is "".
    """

    name: str
    title: str
    pattern: str
    cause: str
    works: tuple[tuple[str, str], ...] = ()
    instead: str = ""
    page: str = ""
    line: int = field(default=1, compare=False)


def messages_in(file: str) -> tuple[Message, ...]:
    """The entries of `file`; raises Problem where one is broken."""
    return tuple(entry.into(Message, works=_works(entry)) for entry in entries(file))


def _works(entry: Entry) -> tuple[tuple[str, str], ...]:
    """The calls that work, each once for each of its dtypes; raises Problem where one has other keys."""
    pairs: list[tuple[str, str]] = []
    for work in entry.values.get("works", ()):
        if not {"call"} <= {*work} <= {"call", "dtypes"}:
            raise entry.problem("no_works", work=work)
        pairs += [(dtype, work["call"]) for dtype in work.get("dtypes", "").split() or [""]]
    return tuple(pairs)


MESSAGES = messages_in("messages.toml")


@cache
def explanations_of(text: str) -> tuple[Message, ...]:
    """The entries that explain a message, as a terminal shows it; there should be one."""
    return tuple(message for message in MESSAGES if re.match(message.pattern, text))
