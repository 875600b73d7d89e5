"""A cell of the matrix in a few words, and since or until which release it is so."""

from snippets.store.differences import Span
from snippets.store.record import Record
from snippets.store.types import Key, Result

ALARMS = ("crashes", "wrong", "uninitialized")


def word(result: Result) -> str:
    """A cell in a few words: the outcome, and what has to be told beside it."""
    words = [f"**{result.outcome}**" if result.outcome in ALARMS else result.outcome]
    if result.memory is None and result.dtype:
        words = [f"{result.outcome}, {bare(result.dtype)}"]
    if result.event == "warns":
        words.append("warns")
    if result.writable == "crashes":
        words.append("a write crashes")
    if result.in_place:
        words.append(result.in_place)
    if result.memory is None and result.values == "differ":
        words.append("**not what NumPy gives**")
    return ", ".join(words)


def noted(key: Key, records: Record) -> str:
    """A cell in a few words, and what it is since or before another release where those are other words."""
    return with_notes(word(records.matrix.cells[key]), notes(key, records))


def notes(key: Key, records: Record) -> str:
    """What a cell is since or before another release, where those are other words; else ""."""
    span = records.cell_spans.get(key, Span())
    later, earlier = (word(other) if isinstance(other, Result) else "" for other in (span.later, span.earlier))
    return since_and_before(word(records.matrix.cells[key]), later, span.changed, earlier, span.since)


def since_and_before(now: str, later: str, changed: str, earlier: str, since: str) -> str:
    """What is `later`, since the release `changed`, or was `earlier`, before `since`, where that is not as `now`."""
    others = [f"{later} since {changed}"] if later not in ("", now) else []
    others += [f"{earlier} before {since}"] if earlier not in ("", now) else []
    return "; ".join(others)


def with_notes(words: str, notes: str) -> str:
    """`words` with `notes` in parentheses, if there are any."""
    return f"{words} ({notes})" if notes else words


def bare(dtype: str | None) -> str:
    """A dtype as both libraries call it: float32 of torch.float32."""
    return (dtype or "").removeprefix("torch.")
