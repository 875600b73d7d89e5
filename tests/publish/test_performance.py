"""What is said of speed is as recorded, with the code that was measured and its spread."""

from dataclasses import replace
from pathlib import Path

import pytest
from bs4 import BeautifulSoup

from snippets.problem import Problem
from snippets.publish.performance import (
    MEMORY,
    NO_BREAK,
    PARTS,
    bars_of,
    cost_text,
    lines,
    number,
    performance_text,
    size,
    times,
)
from snippets.publish.rows import Unknown
from snippets.store.record import DEVICES, Record, read_performance
from tests.store.made_up import record_of

ROWS = [
    {"name": "slow", "milliseconds": 8.0, "memory": "copies"},
    {"name": "a<b", "milliseconds": 2.0, "memory": "shares"},
    {"name": "copy", "milliseconds": 1.0, "memory": "limit"},
]


def test_each_job_shows_every_way_the_best_first_with_its_code_figures_and_memory(record: Record) -> None:
    for job in record.performance["jobs"]:
        table = [line for line in performance_text(job["id"], record, "markdown").split("\n") if line.startswith("| ")]
        ways = [way for way in job["ways"] if way["memory"] != "limit"]
        assert ways == sorted(ways, key=lambda way: way["milliseconds"])
        assert ways[0]["ratio"] == 1
        assert table[2].startswith(f"| before, not timed<br>{lines(job['setup'])} |")
        for way, line in zip(ways, table[3:], strict=False):
            cells = [cell.strip() for cell in line.strip("|").split(" | ")]
            name = f"{way['name']}; shown for: {way['why']}" if way["why"] else way["name"]
            assert cells[:4] == [
                f"{name}<br>{lines(way['code'])}",
                number(way["milliseconds"]),
                times(way),
                MEMORY[way["memory"]],
            ]
            assert way["low"] <= way["ratio"] <= way["high"]


def test_a_drawing_is_linear_from_0_the_best_first_limits_last_and_colored_by_memory() -> None:
    drawing = BeautifulSoup(bars_of(ROWS, "name", "ms", "Times"), "html.parser")
    assert [text.get_text() for text in drawing.select("text.bar-name")] == ["a<b", "slow", "copy"]
    assert [text.get_text() for text in drawing.select("text.bar-value")] == ["2 ms", "8 ms", "1 ms"]
    assert "8,000 µs" in bars_of(ROWS, "name", "µs", "Times")
    shown = drawing.select("rect.bar")[:3]
    assert {str(bar["x"]) for bar in shown} == {"0"}
    widths = [float(str(bar["width"])) for bar in shown]
    assert widths[1] == pytest.approx(4 * widths[0], abs=0.5) == pytest.approx(8 * widths[2], abs=0.5)
    assert [str(bar["class"][-1]) for bar in shown] == ["bar-shares", "bar-copies", "bar-limit"]
    assert [text.get_text() for text in drawing.select("text.bar-key")] == ["shares", "copies", "limit"]


def test_drawings_are_in_html_and_tables_in_both(record: Record) -> None:
    for part in PARTS:
        assert "<svg" not in performance_text(part, record, "markdown")
    assert "<svg" in performance_text("calls", record, "html")
    assert "<svg" in performance_text("images", record, "html")


def test_calls_are_in_one_unit_at_every_size(record: Record) -> None:
    text = performance_text("calls", record, "markdown")
    for row in record.performance["calls"]:
        assert number(row["milliseconds"] * 1000) in text
    assert text.count("call, in µs") == 2


def test_an_unknown_part_and_a_missing_record_are_told(record: Record) -> None:
    with pytest.raises(Unknown, match="did you mean calls"):
        performance_text("call", record, "html")
    with pytest.raises(Unknown, match="write calls, threads, workers, fresh, devices, machine, images"):
        performance_text("", record, "html")
    with pytest.raises(Unknown, match="nothing is recorded"):
        performance_text("images", record_of(), "html")


def test_what_no_gpu_measured_says_so_and_what_one_did_names_it_and_the_limit() -> None:
    nothing = performance_text("devices", record_of(), "markdown")
    assert nothing.strip() == (
        "This needs an NVIDIA GPU: not run yet. To measure: `python -m benchmarks.devices --record`"
    )
    row = {"count": 1, "bytes": 1 << 30, "milliseconds": 20.0, "code": "x", "low": 1.0, "ratio": 1.0, "high": 1.0}
    rows = [{**row, "name": "limit"}, {**row, "name": "slow", "ratio": 7.0, "low": 6.5, "high": 7.5}]
    job = {"id": "there", "title": "an array there", "dtype": "uint8", "rows": rows}
    environment = {"torch": "2", "numpy": "2", "python": "3", "platform": "p"}
    gpu = {"gpu": "A Card", "measured": "2026-01-02", "rounds": 7, "environment": environment, "jobs": [job]}
    text = performance_text("devices", replace(record_of(), devices=gpu), "markdown")
    assert "Measured on 2026-01-02 on A Card, with torch 2, NumPy 2" in text
    assert "### An array there, uint8" in text
    assert "| way | 1 GiB: 20 ms, 53.7 GB/s |" in text
    assert f"| slow<br>`x` | {times(rows[1])} |" in text


def test_what_a_way_costs_is_a_sentence_out_of_the_record(record: Record) -> None:
    for job in record.performance["jobs"]:
        best, *others = (way for way in job["ways"] if way["memory"] != "limit")
        link = f"[{len(others) + 1} ways](/reference/performance.md#{job['id']})"
        start = f"Measured, for {job['title']}: "
        takes = f"{number(best['milliseconds'])} ms"
        assert cost_text(f"{job['id']}: {best['name']}", record) == f"{start}{takes}, the best of {link}."
        for way in others:
            text = cost_text(f"{job['id']}: {way['name']}", record)
            assert text.startswith(f"{start}{number(way['milliseconds'])} ms. ")
            assert (f"It is shown for {way['why']}." in text) == bool(way["why"])
            assert text.endswith(f"The best of {link}, {best['name']}, takes {takes}.")


def test_what_a_way_costs_on_a_gpu_that_nobody_has_is_not_typed() -> None:
    assert not cost_text("devices there: fast", record_of()).strip()
    row = {"count": 1, "bytes": 1 << 20, "milliseconds": 20.0, "code": "x", "low": 1.0, "ratio": 1.0, "high": 1.0}
    rows = [{**row, "name": "fast"}, {**row, "name": "fast", "bytes": 1 << 30, "ratio": 2.5}]
    gpu = {"gpu": "A Card", "jobs": [{"id": "there", "rows": rows}]}
    text = cost_text("devices there: fast", replace(record_of(), devices=gpu))
    assert text.strip() == (
        "Measured on A Card: 2.5 times as long as [the limit](/reference/performance.md#to-a-gpu-and-back), of 1 GiB."
    )


def test_an_unknown_job_or_way_is_told(record: Record) -> None:
    with pytest.raises(Unknown, match="unknown job 'image'"):
        cost_text("image: np.stack", record)
    with pytest.raises(Unknown, match=r"unknown way 'np\.stac'"):
        cost_text("images: np.stac", record)


@pytest.mark.parametrize("kind", ["performance", "devices"])
def test_a_record_that_was_edited_is_told(tmp_path: Path, kind: str) -> None:
    file = tmp_path / f"snippets/recorded/{kind}.json"
    file.parent.mkdir(parents=True)
    file.write_text('{"environment": {}}')
    with pytest.raises(Problem, match=rf"{kind}\.json"):
        read_performance(tmp_path, DEVICES) if kind == "devices" else read_performance(tmp_path)


def test_figures_have_three_digits_and_a_spread_stays_on_a_line() -> None:
    assert [number(value) for value in (0.013, 1.0, 1.22, 15.1, 12400.0)] == ["0.013", "1", "1.22", "15.1", "12,400"]
    assert times({"ratio": 2.9, "low": 2.7, "high": 3.3}) == "2.9 " + "(2.7 to 3.3)".replace(" ", NO_BREAK)
    assert times({"ratio": 1.0, "low": 1.0, "high": 1.0}) == "1"
    assert [size(count) for count in (0, 12, 4096, 1 << 20, 1 << 30)] == [
        "0 bytes",
        "12 bytes",
        "4 KiB",
        "1 MiB",
        "1 GiB",
    ]


def test_code_in_a_table_keeps_its_lines_and_their_indentation() -> None:
    assert lines("for x in y:\n    f(x | 1)") == "`for x in y:`<br>&emsp;<code>f(x &#124; 1)</code>"
