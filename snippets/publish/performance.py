"""What crossing costs, as tables and drawings. Pure: every number was measured in one run, beside a memory copy.

::: performance recipes     the usual way and the best ways of each job, with the code
::: performance methods     each call, by size and dtype
::: performance threads     from how many elements on two threads help
::: performance machine     where and when, in a sentence
"""

import math
from collections.abc import Callable, Mapping, Sequence
from typing import Any

from snippets.publish.markup import Target, render
from snippets.publish.rows import Unknown, code, table

WAYS = {"usual": "the usual way", "best": "a new tensor", "reused": "into a tensor that is there"}
LEFT, WIDTH, HEIGHT = 30, 440, 18  # of a drawing, in pixels


def part_named(argument: str, measured: Mapping[str, Any]) -> Callable[[Mapping[str, Any], Target], str]:
    """What `::: performance ARGUMENT` is written by; raises Unknown."""
    if argument not in PARTS or not measured:
        raise Unknown(f"{argument!r}: write {', '.join(PARTS)}" if measured else "nothing is recorded")
    return PARTS[argument]


def performance_text(argument: str, measured: Mapping[str, Any], target: Target) -> str:
    """What `::: performance ARGUMENT` shows; drawings in HTML only, for the tables hold the same. Raises Unknown."""
    return part_named(argument, measured)(measured, target)


def machine(measured: Mapping[str, Any], target: Target) -> str:
    """Where and when it was measured."""
    where = measured["environment"]
    return (
        f"Measured on {measured['measured']} with torch {where['torch']}, NumPy {where['numpy']}, "
        f"Python {where['python']}, {where['platform']}, {measured['machine']}, one thread; "
        f"{measured['rounds']} rounds; commit `{measured['commit'][:12]}`. "
        "Each number is how many times as long as a memory copy of the same bytes it took: the median, then the lowest "
        "and the highest. To measure yours: `python -m benchmarks.performance`."
    )


def ratio(value: float) -> str:
    """Three digits of a ratio: 1.22, 15.1, 1,280."""
    return f"{value:,.0f}" if value >= 100 else f"{value:.3g}"


def times(row: Mapping[str, Any]) -> str:
    """A ratio with its spread: "2.9 (2.7 to 3.3)"."""
    low, middle, high = (ratio(row[name]) for name in ("low", "ratio", "high"))
    return middle if low == high else f"{middle} ({low} to {high})"


def recipes(measured: Mapping[str, Any], target: Target) -> str:
    """A section for each job: its drawing, and a row for each way, with the code that was measured."""
    done = []
    for row in measured["recipes"]:
        done.append(f"### {row['job'][0].upper()}{row['job'][1:]}")
        if target == "html":
            done.append(bars([(WAYS[way], row[way]["ratio"]) for way in WAYS], f"Times of {row['job']}"))
        body = [
            [
                WAYS[way],
                code(row[way]["code"]) + (f"<br>after {code(row['destination'])}" if way == "reused" else ""),
                times(row[way]),
            ]
            for way in WAYS
        ]
        done.append(table([["way", "code", "times a memory copy"], *body]))
    return "\n\n".join(done)


def size(count: int) -> str:
    """Bytes, short."""
    for unit in ("bytes", "KiB", "MiB"):
        if count < 1024 or unit == "MiB":
            return f"{count} {unit}"
        count //= 1024
    raise AssertionError


def methods(measured: Mapping[str, Any], target: Target) -> str:
    """For each dtype a row a call, a column a size; the smallest size in microseconds, for it is the cost of a call."""
    done = []
    for dtype in dict.fromkeys(row["dtype"] for row in measured["methods"]):
        rows = [row for row in measured["methods"] if row["dtype"] == dtype]
        sizes = sorted({row["bytes"] for row in rows})
        cells = {(row["call"], row["bytes"]): row for row in rows}
        body = []
        for call in dict.fromkeys(row["call"] for row in rows):
            first = f"{cells[call, sizes[0]]['microseconds']:.2g}"
            body.append(
                [code(call), first, *(times(cells[call, one]) if (call, one) in cells else "" for one in sizes[1:])]
            )
        done.append(f"### {dtype}")
        if target == "html":
            large = [(call, cells[call, sizes[-1]]["ratio"]) for call, one in cells if one == sizes[-1]]
            done.append(bars(large, f"Times of each call with {size(sizes[-1])} of {dtype}"))
        head = ["call", f"{size(sizes[0])}, in µs", *(size(one) for one in sizes[1:])]
        done.append(table([head, *body]))
    return "\n\n".join(done)


def threads(measured: Mapping[str, Any], target: Target) -> str:
    """How much faster a cast is with two threads, by the number of elements."""
    body = [[f"{row['elements']:,}", times(row)] for row in measured["threads"]]
    return table([["elements", "one thread's time by that of two"], *body])


def bars(rows: Sequence[tuple[str, float]], about: str) -> str:
    """A drawing of ratios as bars, on a logarithmic scale; a line stands at 1, the memory copy."""
    ratios = [value for _, value in rows]
    low, high = min(0.5, *ratios), max(2.0, *ratios)
    span = math.log(high / low)

    def at(value: float) -> float:
        return round(LEFT + math.log(value / low) / span * (WIDTH - 2 * LEFT - 60), 1)

    drawn = []
    for number, (name, value) in enumerate(rows):
        start, end = sorted((at(1.0), at(value)))
        bar = {"start": start, "end": end, "width": max(round(end - start, 1), 1), "top": (number * 2 + 1) * HEIGHT}
        drawn.append({**bar, "name": name, "value": ratio(value)})
    height = (len(rows) * 2 + 1) * HEIGHT
    return render("html", "bars", about=about, bars=drawn, one=at(1.0), width=WIDTH, height=height)


PARTS = {"recipes": recipes, "methods": methods, "threads": threads, "machine": machine}
