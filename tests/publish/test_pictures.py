"""A drawing shows what the run printed, at its place, or is refused."""

import re

import pytest
from bs4 import BeautifulSoup

from snippets.publish.page import Page
from snippets.publish.pictures import WIDTH, buffers_in, drawn, picture
from snippets.publish.rows import Unknown
from snippets.store.record import Record
from tests.publish.built import first

ROW = "buffer: 8 bytes, int16 [10, 20, 30, 40]\n"
REVERSED = ROW + "row[::-1]: byte 6, int16 (4,), strides (-2,), [40, 30, 20, 10]\n"
WINDOWS = ROW + "windows: byte 0, torch.int16 (3, 2), strides (1, 1), [[10, 20], [20, 30], [30, 40]]\n"
SWAPPED = "buffer: 4 bytes, uint8 [1, 2, 0, 3]\nbig: byte 0, >i2 (2,), strides (2,), [258, 3]\n"
PAGE = Page("understand/strides", "")


def shown(record: Record) -> list[str]:
    """The examples that are drawn."""
    return [
        name for name, example in record.examples.items() if re.match(r".*\bbuffer\b.*: \d+ bytes, ", example.output)
    ]


def test_every_drawing_says_what_the_run_printed(record: Record) -> None:
    names = shown(record)
    assert len(names) > 8
    for name in names:
        block = first(
            BeautifulSoup(picture(name, record, PAGE, "html"), "html.parser"), f'.picture[data-picture="{name}"]'
        )
        svg, output = first(block, "svg"), record.examples[name].output
        labels = str(svg["aria-labelledby"]).split()
        assert [svg["role"], *(first(block, f'[id="{label}"]').name for label in labels)] == ["img", "title", "desc"]
        cells = [text.get_text() for text in svg.select("text, tspan")]
        for buffer in buffers_in(output):
            assert {str(value) for value in buffer.values} <= {*cells}
            for header in buffer.headers:
                assert header.name in cells
                assert header.text in first(svg, "desc").get_text()
        assert first(block, ".example .output code").get_text() == output
        assert not block.select("[style], script, style")


def test_the_copy_has_words_for_it(record: Record) -> None:
    copy = picture("understand/strides/reversed", record, PAGE, "markdown")
    assert (
        "row[::-1] begins at byte 6, has dtype int16, shape (4,), strides (-2,) in bytes, and reads [40 30 20 10]."
        in copy
    )
    assert "<svg" not in copy
    assert "```python" in copy


@pytest.mark.parametrize(
    ("right", "wrong"),
    [
        ("byte 6", "byte 4"),
        ("(-2,)", "(2,)"),
        ("(4,)", "(3,)"),
        ("40, 30", "40, 31"),
        ("[10, 20", "[11, 20"),
        (": byte 6, int16", ": byte 6, torch.int16"),
        (": byte 6, int16", ": byte 6, >i2"),
        (": byte 6, int16", ": byte 6, float128"),
        ("bytes, int16", "bytes, text"),
    ],
)
def test_a_header_that_reads_something_else_is_refused(right: str, wrong: str) -> None:
    assert buffers_in(REVERSED)
    with pytest.raises(Unknown):
        buffers_in(REVERSED.replace(right, wrong, 1))


@pytest.mark.parametrize(
    "output", ["", "three lines\n", "row: byte 0, int16 (1,), strides (2,), [10]\n", ROW + "more\n"]
)
def test_an_output_of_another_form_is_refused(output: str) -> None:
    with pytest.raises(Unknown):
        buffers_in(output)


def test_elements_that_lie_on_each_other_are_drawn_below_each_other() -> None:
    lanes = buffers_in(WINDOWS)[0].headers[0].lanes
    assert [list(lane) for lane in lanes] == [[(0, 0), (0, 1), (2, 0), (2, 1)], [(1, 0), (1, 1)]]


def test_an_element_stands_under_its_bytes() -> None:
    for output in (REVERSED, WINDOWS, SWAPPED):
        buffer = buffers_in(output)[0]
        drawing = drawn(buffer, 0)
        at = {cell["byte"]: cell["x"] for cell in drawing["cells"]}
        (header,) = drawing["headers"]
        places = [place for lane in buffer.headers[0].lanes for place in lane.values()]
        assert [cell["x"] for cell in header["cells"]] == [at[place] for place in places]
        assert header["cells"][0]["first"]
        assert sum(cell["first"] for cell in header["cells"]) == 1
        start = next(cell["x"] for cell in header["cells"] if cell["first"])
        assert start < header["pointer"] < start + header["width"]
        assert max(at.values()) + drawing["width"] <= WIDTH
        assert header["end"] <= drawing["end"]


def test_an_element_of_several_values_is_called_by_what_is_read() -> None:
    (header,) = drawn(buffers_in(SWAPPED)[0], 0)["headers"]
    assert [cell["text"] for cell in header["cells"]] == [258, 3]
    (header,) = drawn(buffers_in(REVERSED)[0], 0)["headers"]
    assert [cell["text"] for cell in header["cells"]] == ["0", "1", "2", "3"]
