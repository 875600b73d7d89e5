"""What crossing costs, as tables and drawings. Pure: every number was measured in one run, beside a memory copy.

::: performance recipes     the usual way and the best ways of each job, with the code
::: performance methods     each call, by size and dtype (the smallest in microseconds: the cost of a call)
::: performance threads     from how many elements on two threads help
::: performance machine     where and when, in a sentence

Drawings are in HTML only, for the tables hold the same.
"""

import math
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from snippets.publish.markup import Target, render
from snippets.publish.rows import Unknown, grouped, named
from snippets.store.record import Record

PARTS = ("recipes", "methods", "threads", "machine")
WAYS = {"usual": "the usual way", "best": "a new tensor", "reused": "into a tensor that is there"}
Row = Mapping[str, Any]
LEFT, WIDTH, HEIGHT = 30, 440, 18  # of a drawing, in pixels


def performance_text(part: str, records: Record, target: Target) -> str:
    """What `::: performance PART` shows; raises Unknown."""
    if not records.performance:
        raise Unknown("nothing is recorded", "run: python -m benchmarks.performance --record")
    template = named(part, {name: f"performance_{name}" for name in PARTS}, "part", f"write {', '.join(PARTS)}")
    drawings = {"bars_of_ways": bars_of_ways, "bars_of_calls": bars_of_calls, "drawn": target == "html"}
    helpers = {"by_dtype": by_dtype, "size": size, "times": times}
    return render("markdown", template, measured=records.performance, ways=WAYS, **helpers, **drawings)


def by_dtype(rows: Sequence[Row]) -> Iterator[tuple[str, Sequence[int], Mapping[str, Mapping[int, Row]]]]:
    """Each dtype with its sizes in bytes, and {call: {size: what was measured}}."""
    for dtype, measured in grouped((row["dtype"], row) for row in rows).items():
        by_call = grouped((row["call"], row) for row in measured)
        cells = {call: {row["bytes"]: row for row in by_size} for call, by_size in by_call.items()}
        yield dtype, sorted({row["bytes"] for row in measured}), cells


def ratio(value: float) -> str:
    """Three digits of a ratio: 1.22, 15.1, 1,280."""
    return f"{value:,.0f}" if value >= 100 else f"{value:.3g}"


def times(row: Row) -> str:
    """A ratio with its spread: "2.9 (2.7 to 3.3)"."""
    low, middle, high = (ratio(row[name]) for name in ("low", "ratio", "high"))
    return middle if low == high else f"{middle} ({low} to {high})"


def size(count: int) -> str:
    """Bytes, short."""
    unit = "bytes" if count < 2**10 else "KiB" if count < 2**20 else "MiB"
    return f"{count // {'bytes': 1, 'KiB': 2**10, 'MiB': 2**20}[unit]} {unit}"


def bars_of_ways(row: Row) -> str:
    """The drawing of one job."""
    return bars([(words, row[way]["ratio"]) for way, words in WAYS.items()], f"Times of {row['job']}")


def bars_of_calls(cells: Mapping[str, Mapping[int, Row]], largest: int, dtype: str) -> str:
    """The drawing of one dtype, at the largest size."""
    ratios = [(call, by_size[largest]["ratio"]) for call, by_size in cells.items() if largest in by_size]
    return bars(ratios, f"Times of each call with {size(largest)} of {dtype}")


def bars(rows: Sequence[tuple[str, float]], about: str) -> str:
    """A drawing of ratios as bars, on a logarithmic scale; a line stands at 1, the memory copy."""
    ratios = [value for _, value in rows]
    low, high = min(0.5, *ratios), max(2.0, *ratios)

    def at(value: float) -> float:
        return round(LEFT + math.log(value / low) / math.log(high / low) * (WIDTH - 2 * LEFT - 60), 1)

    drawn = []
    for number, (name, value) in enumerate(rows):
        start, end = sorted((at(1.0), at(value)))
        bar = {"start": start, "end": end, "width": max(round(end - start, 1), 1), "top": (number * 2 + 1) * HEIGHT}
        drawn.append({**bar, "name": name, "value": ratio(value)})
    height = (len(rows) * 2 + 1) * HEIGHT
    return render("html", "bars", about=about, bars=drawn, one=at(1.0), width=WIDTH, height=height)
