"""What crossing costs, as tables and drawings. Pure: every number was measured in rounds of one run.

::: performance JOB         the ways to do a job, the best first, with the code, and what limits them
::: performance calls       each call, by size and dtype, in microseconds
::: performance threads     by call and elements, whether a second thread helps
::: performance workers     what a worker has for itself after it read a million texts
::: performance fresh       what fresh memory costs, with and without huge pages
::: performance devices     the jobs to a GPU and back, or that nobody measured them yet
::: performance machine     where and when, in a sentence
::: cost JOB: WAY           what one way takes, beside the best, in a sentence
::: cost devices JOB: WAY   the same of a job to a GPU and back; nothing if nobody measured it yet

Drawings are in HTML only, for the tables hold the same.
"""

from collections.abc import Mapping, Sequence
from functools import partial
from typing import Any

from snippets.publish.markup import Target, code, render
from snippets.publish.rows import Unknown, grouped, named, opens
from snippets.store.record import Record

PARTS = ("calls", "threads", "workers", "fresh", "devices", "machine")
MEMORY = {"shares": "shares", "copies": "copies", "fills": "fills what is there", "limit": "limit"}
NO_BREAK = "\N{NO-BREAK SPACE}"
Row = Mapping[str, Any]
WIDTH, HEIGHT, ROOM = 440, 15, 110  # of a drawing, of a line, and for the figure behind the longest bar, in pixels


def performance_text(part: str, records: Record, target: Target) -> str:
    """What `::: performance PART` shows; raises Unknown."""
    measured = records.performance
    if part != "devices" and not measured:
        raise Unknown("nothing is recorded", "run: python -m benchmarks.performance --record")
    jobs = {job["id"]: job for job in measured.get("jobs", ())}
    templates = {name: f"performance_{name}" for name in PARTS} | dict.fromkeys(jobs, "performance_job")
    template = named(part, templates, "part", f"write {', '.join(templates)}")
    helpers = {"bars_of": bars_of if target == "html" else None, "lines": lines, "number": number, "times": times}
    values = {"measured": measured, "job": jobs.get(part), "gpu": records.devices, "memory": MEMORY, "size": size}
    folds = partial(opens, target=target)
    return render("markdown", template, **values, **helpers, grouped=grouped_by, opens=folds)


def cost_text(argument: str, records: Record) -> str:
    """What `::: cost JOB: WAY` shows; raises Unknown."""
    where, _, name = argument.partition(": ")
    on_gpu, where = where.startswith("devices "), where.removeprefix("devices ")
    if on_gpu and not records.devices:
        return render("markdown", "cost_devices", row=None)
    jobs = {job["id"]: job for job in (records.devices if on_gpu else records.performance).get("jobs", ())}
    job = named(where, jobs, "job", "write JOB: WAY, a job of reference/performance")
    rows = job["rows"] if on_gpu else [way for way in job["ways"] if way["memory"] != "limit"]
    row = named(name, {row["name"]: row for row in rows}, "way", f"write a way of the job {where}")
    if on_gpu:
        largest = max((row for row in rows if row["name"] == name), key=lambda row: row["bytes"])
        return render("markdown", "cost_devices", row=largest, gpu=records.devices["gpu"], number=number, size=size)
    return render("markdown", "cost", row=row, rows=rows, best=rows[0], job=job, number=number)


def grouped_by(rows: Sequence[Row], *names: str) -> dict[Any, list[Row]]:
    """The rows by the values of `names`, or of the one name."""
    return grouped((tuple(row[name] for name in names) if len(names) > 1 else row[names[0]], row) for row in rows)


def number(value: float) -> str:
    """Three digits: 0.013, 1.22, 15.1, 1,280."""
    return f"{value:,.0f}" if value >= 100 else f"{value:.3g}"


def times(row: Row) -> str:
    """A ratio with its spread, which stays on one line: "2.9 (2.7 to 3.3)"."""
    low, middle, high = (number(row[name]) for name in ("low", "ratio", "high"))
    return middle if low == high else f"{middle} " + f"({low} to {high})".replace(" ", NO_BREAK)


def size(count: int) -> str:
    """Bytes, short."""
    power = min(max(count.bit_length() - 1, 0) // 10, 3)
    return f"{number(count / 1024**power)} {('bytes', 'KiB', 'MiB', 'GiB')[power]}"


def lines(text: str) -> str:
    """Lines of code for a cell of a table, with their indentation."""
    shown = [f"{'&emsp;' * ((len(line) - len(line.lstrip())) // 4)}{code(line.lstrip())}" for line in text.split("\n")]
    return "<br>".join(line for line in shown if line)


def bars_of(rows: Sequence[Row], label: str, unit: str, about: str) -> str:
    """A drawing of each row's time in `unit` as bars, linear from 0, the least first; limits are the last ones."""
    factor = {"ms": 1, "µs": 1000}[unit]
    longest = max(row["milliseconds"] for row in rows)
    ordered = sorted(rows, key=lambda row: (row["memory"] == "limit", row["milliseconds"]))
    drawn = [
        {
            "name": row[label],
            "width": max(round(row["milliseconds"] / longest * (WIDTH - ROOM), 1), 1),
            "top": (place * 2 + 1) * HEIGHT,
            "figure": f"{number(row['milliseconds'] * factor)} {unit}",
            "kind": row["memory"],
        }
        for place, row in enumerate(ordered)
    ]
    kinds = [kind for kind in MEMORY if any(bar["kind"] == kind for bar in drawn)]
    left = [sum(35 + 7 * len(MEMORY[before]) for before in kinds[:place]) for place in range(len(kinds))]
    key = [{"kind": kind, "words": MEMORY[kind], "left": start} for kind, start in zip(kinds, left, strict=True)]
    height = (len(drawn) * 2 + 2) * HEIGHT
    return render("html", "bars", about=about, bars=drawn, key=key, width=WIDTH, height=height)
