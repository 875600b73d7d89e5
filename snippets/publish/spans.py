"""A cell of the matrix in a few words, and since or until which release it is so."""

from collections.abc import Callable, Sequence

from snippets.store.differences import Span
from snippets.store.record import Record
from snippets.store.types import Key, Result

ALARMS = ("crashes", "wrong", "uninitialized")


def word(result: Result) -> str:
    """A cell in a few words: the outcome, and what has to be told beside it."""
    outcome = f"**{result.outcome}**" if result.outcome in ALARMS else result.outcome
    computed = result.memory is None  # by an operator, which makes something new
    words = [
        f"{result.outcome}, {bare(result.dtype)}" if computed and result.dtype else outcome,
        "warns" if result.event == "warns" else "",
        "a write crashes" if result.writable == "crashes" else "",
        result.in_place or "",
        f"not {result.plain_dtype}" if result.plain_dtype else "",
        "**other values**" if computed and result.values == "differ" else "",
    ]
    return ", ".join(filter(None, words))


def noted(key: Key, records: Record) -> str:
    """A cell in a few words, and what it is since or before another release where those are other words."""
    return with_notes(*over_releases([key], records, word))


def notes(key: Key, records: Record) -> str:
    """What a cell is since or before another release, where those are other words; else ""."""
    return over_releases([key], records, word)[1]


def over_releases(keys: Sequence[Key], records: Record, words: Callable[..., str]) -> tuple[str, str]:
    """What `words` says of the cells at `keys`, and what it says since or before another release if that differs."""
    cells = [records.matrix.cells.get(key) for key in keys]
    now = words(*cells)
    if not any(key in records.cell_spans for key in keys):  # as most are
        return now, ""
    spans = [records.cell_spans.get(key, Span()) for key in keys]
    later = words(*(_or(span.later, cell) for span, cell in zip(spans, cells, strict=True)))
    earlier = words(*(_or(span.earlier, cell) for span, cell in zip(spans, cells, strict=True)))
    others = [f"{later} since {spans[0].changed or spans[-1].changed}"] if later != now else []
    others += [f"{earlier} before {spans[0].since or spans[-1].since}"] if earlier != now else []
    return now, "; ".join(others)


def _or(other: object, cell: Result | None) -> Result | None:
    return other if isinstance(other, Result) else cell


def with_notes(words: str, notes: str) -> str:
    """`words` with `notes` in parentheses, if there are any."""
    return f"{words} ({notes})" if notes else words


def bare(dtype: str | None) -> str:
    """A dtype as both libraries call it: float32 of torch.float32."""
    return (dtype or "").removeprefix("torch.")
