"""What both libraries give for the same stands side by side, with what NumPy 1 gave where that was measured."""

import pytest

from snippets.publish.beside import rows, rows_of, side_by_side
from snippets.publish.page import Page
from snippets.publish.rows import Unknown
from snippets.store.differences import Compared
from snippets.store.types import Ended, Environment, Example
from tests.store.made_up import record_of

NAME = "p/sums"
SUMS = Example(NAME, "print()\n", "200 + 100: 44, uint8 | 44, torch.uint8\nwords\n7 / 2: 3.5 | 3.5\n")
NUMPY_1 = Environment("2.2.2", "1.26.4", "3.11", "Linux x86_64")
THERE = "200 + 100: 300, int64 | 44, torch.uint8\n7 / 2: 3.5 | 3.5\n"


def table(*releases: Compared) -> list[str]:
    return rows(NAME, record_of({NAME: SUMS}, releases=releases)).splitlines()


def test_a_line_is_a_row_and_other_lines_are_none() -> None:
    assert table()[2:] == ["| `200 + 100` | `44, uint8` | `44, uint8` |", "| `7 / 2` | `3.5` | `3.5` |"]


def test_what_numpy_1_gave_stands_first() -> None:
    release = Compared(NUMPY_1, "", known=frozenset({NAME}), changed={NAME: Ended("0", THERE)})
    head, _, *lines = table(release)
    assert head.startswith("|  | NumPy 1.26.4 | NumPy ")
    assert lines[0] == "| `200 + 100` | `300, int64` | `44, uint8` | `44, uint8` |"
    assert lines[1] == "| `7 / 2` | `3.5` | `3.5` | `3.5` |"


def test_it_is_left_out_where_the_example_was_not_measured_since_it_was_edited() -> None:
    assert "1.26" not in table(Compared(NUMPY_1, ""))[0]


def test_an_example_without_such_lines_is_refused() -> None:
    assert not rows_of("7 / 2: 3.5\n")
    with pytest.raises(Unknown):
        rows(NAME, record_of({NAME: Example(NAME, "print()\n", "words\n")}))


def test_the_example_stands_below_and_is_folded_in_html() -> None:
    record, page = record_of({NAME: SUMS}), Page("p", "")
    (*_, shown) = side_by_side(NAME, record, page, "html").split("\n")
    assert shown.startswith("<details><summary>")
    assert f'data-example="{NAME}"' in shown
    assert SUMS.output in side_by_side(NAME, record, page, "markdown")
