"""What is said of speed is as recorded, with the code that was measured and its spread."""

from pathlib import Path

import pytest
from bs4 import BeautifulSoup

from snippets.problem import Problem
from snippets.publish.performance import PARTS, WAYS, bars, performance_text, ratio
from snippets.publish.rows import Unknown
from snippets.store.record import Record, read_performance
from tests.publish.built import first
from tests.store.made_up import record_of


def test_each_job_shows_the_code_that_was_measured_and_its_ratio(record: Record) -> None:
    shown = performance_text("recipes", record, "markdown")
    for job in record.performance["recipes"]:
        for way in WAYS:
            assert f"`{job[way]['code']}`" in shown
            assert ratio(job[way]["ratio"]) in shown
            assert job[way]["low"] <= job[way]["ratio"] <= job[way]["high"]


def test_the_numbers_of_a_drawing_are_in_the_table_and_its_bars_are_in_order() -> None:
    drawing = BeautifulSoup(bars([("a<b", 0.5), ("copy", 1.0), ("slow", 8.0)], "Times"), "html.parser")
    assert [one.get_text() for one in drawing.select("text.bar-name")] == ["a<b", "copy", "slow"]
    assert [one.get_text() for one in drawing.select("text.bar-value")] == ["0.5", "1", "8"]
    one = float(str(first(drawing, "line")["x1"]))
    left, _, right = drawing.select("rect")
    assert float(str(left["x"])) < one == float(str(right["x"]))
    # A logarithmic scale: 8 is three times as far from 1 as 0.5 is.
    assert float(str(right["width"])) == pytest.approx(3 * float(str(left["width"])), abs=0.5)


def test_drawings_are_in_html_and_tables_in_both(record: Record) -> None:
    for part in PARTS:
        assert "<svg" not in performance_text(part, record, "markdown")
    assert "<svg" in performance_text("methods", record, "html")


def test_an_unknown_part_and_a_missing_record_are_told(record: Record) -> None:
    with pytest.raises(Unknown, match="did you mean recipes"):
        performance_text("recipe", record, "html")
    with pytest.raises(Unknown, match="write recipes, methods, threads, machine"):
        performance_text("", record, "html")
    with pytest.raises(Unknown, match="nothing is recorded"):
        performance_text("recipes", record_of(), "html")


def test_a_record_that_was_edited_is_told(tmp_path: Path) -> None:
    file = tmp_path / "snippets/recorded/performance.json"
    file.parent.mkdir(parents=True)
    file.write_text('{"environment": {}}')
    with pytest.raises(Problem, match=r"performance\.json"):
        read_performance(tmp_path)


def test_the_way_that_is_called_best_is_measured_to_be_no_slower_than_the_usual_one(record: Record) -> None:
    for job in record.performance["recipes"]:
        assert job["reused"]["ratio"] <= job["usual"]["ratio"], job["job"]
        assert job["best"]["ratio"] <= job["usual"]["ratio"], job["job"]


def test_a_ratio_has_three_digits_and_no_exponent() -> None:
    assert [ratio(value) for value in (0.013, 1.0, 1.22, 15.1, 12400.0)] == ["0.013", "1", "1.22", "15.1", "12,400"]
