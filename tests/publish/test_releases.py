"""What other releases give stands beside what the pinned pair gives, and never in its place."""

from collections.abc import Mapping

import pytest

from snippets.publish.directives import expand
from snippets.publish.glance import glance
from snippets.publish.page import Page, read_pages
from snippets.publish.releases import changes, instead, release_page, releases_table, timeline
from snippets.publish.rows import Unknown
from snippets.publish.tables import cut, details, dtype_map
from snippets.recorded import ROOT, Environment, Example, Record
from snippets.recorded.facts import Fact
from snippets.recorded.matrix import Matrix, Result
from snippets.recorded.pairs import Ended, Pair, Span, mark, marks, run_span, with_spans
from tests.publish.built import first, shown_in_html, shown_in_markdown, soup_of

HERE = Environment("2.13.0", "2.4.6", "3.11", "Linux x86_64")
FACT = Fact("p#holds", "snippets/facts/p.py", 1, "It holds.", "", "assert True\n", 2, ("broken",))
EXAMPLES = {
    name: Example(name, f"print('{name}')\n", output)
    for name, output in {"p/same": "p/same\n", "p/other": "<1>\n", "p/none": ""}.items()
}
SHARES = Result("shares", "none", "shares", "equal", "Tensor", "torch.float32", (3,), (1,), "cpu", False, "yes")
ABORTS = Result("crashes", "crashes", "none", "none", messages=("SIGABRT: overflowed",))
RAISES = Result("raises", "raises", "none", "none", messages=("RuntimeError: overflowed",))
TYPE = Result("raises", "raises", "none", "none", messages=("TypeError: no",))
REVERSED, PLAIN = ("from_dlpack", "float32", "reversed"), ("from_dlpack", "float32", "contiguous")
UINT16 = ("from_dlpack", "uint16", "contiguous")
MATRIX = Matrix({PLAIN: SHARES, REVERSED: ABORTS, UINT16: SHARES})
KNOWN = frozenset(marks(Record(EXAMPLES, HERE, MATRIX, {FACT.name: FACT})).values())
WRITES = Ended("error", "TypeError: <no>\n")
TWO = Ended("0", "<2>\n")


def pair(
    torch: str,
    runs: Mapping[str, Ended],
    cells: Mapping[tuple[str, str, str], Result] | None = None,
    numpy: str = "2.4.6",
    broken: str = "",
    known: frozenset[str] = KNOWN,
) -> Pair:
    environment = Environment(torch, numpy, "3.11", "Linux x86_64")
    return Pair(environment, "2026-11-25", known, runs, Matrix(cells or {}), {}, broken)


PAIRS = (
    pair("2.15.0", {"p/other": WRITES, "p#holds": WRITES, "p/none": TWO}, {REVERSED: RAISES}, "2.5.5"),
    pair("2.14.1", {"p/other": WRITES}, {REVERSED: RAISES}),
    pair("2.12.1", {}),
    pair("2.2.2", {"p/other": TWO, "p#holds": WRITES}, {UINT16: TYPE}, "1.26.4"),
    pair("2.2.2", {}, None, "2.1.3", "RuntimeError: Numpy is not available"),
)
PAIRS = (*PAIRS[:3], PAIRS[4], PAIRS[3])  # the newest first
RECORD = Record(EXAMPLES, HERE, with_spans(HERE, MATRIX, PAIRS), {FACT.name: FACT}, PAIRS)


def page(name: str) -> str:
    return expand(Page("p", f"::: example {name}\n"), RECORD, "html")


def test_the_newest_pair_s_output_stands_beside_the_output_in_full_and_others_are_one_line() -> None:
    block = first(soup_of(page("p/other")), ".example")
    (other,) = block.select(".other-output[data-pair]")
    assert other["data-pair"] == "torch 2.15.0, numpy 2.5.5"
    assert first(other, "pre").get_text() == "TypeError: <no>\n"
    assert first(other, ".output-label").get_text() == "Output with torch 2.15.0 and NumPy 2.5.5, ends with an error"
    line = first(block, ".other-releases")
    assert line.get_text() == "This script gives something else before torch 2.12.1 with NumPy 2.4.6."
    assert first(line, "a")["href"] == "../reference/versions/torch-2.2.2-numpy-1.26.4/#p/other"
    assert shown_in_html(page("p/other")) == {"p/other": ("print('p/other')\n", "<1>\n", "0")}


def test_what_is_the_same_everywhere_has_no_other_output() -> None:
    assert "other-output" not in page("p/same")
    assert "other-releases" not in page("p/same")


def test_what_a_newer_pair_than_the_pinned_gives_and_the_newest_does_not_is_told() -> None:
    pairs = [pair("2.15.0", {}), pair("2.14.1", {"p/same": TWO})]
    shown = expand(Page("p", "::: example p/same\n"), Record(EXAMPLES, HERE, pairs=pairs), "markdown")
    assert "This script gives something else since torch 2.14.1." in shown


def test_a_markdown_copy_tells_both_apart() -> None:
    for name in EXAMPLES:
        copy = expand(Page("p", f"::: example {name}\n"), RECORD, "markdown")
        assert shown_in_markdown(copy) == [(EXAMPLES[name].script, EXAMPLES[name].output, "0")]
    copy = expand(Page("p", "::: example p/other\n"), RECORD, "markdown")
    assert "Output with torch 2.15.0 and NumPy 2.5.5, ends with an error\n\n```text other\nTypeError: <no>\n```" in copy
    place = "../reference/versions/torch-2.2.2-numpy-1.26.4/index.md#p/other"
    assert f"[before torch 2.12.1 with NumPy 2.4.6]({place})" in copy


@pytest.mark.parametrize("text", ["::: fact p#holds\n", "So [](fact:p#holds)\n"])
@pytest.mark.parametrize("target", ["html", "markdown"])
def test_a_fact_that_is_false_elsewhere_is_not_shown_without_that(text: str, target: str) -> None:
    shown = expand(Page("p", text), RECORD, "html" if target == "html" else "markdown")
    assert "(Since torch 2.12.1 with NumPy 2.4.6. Not so since torch 2.15.0 with NumPy 2.5.5.)" in shown
    assert "Not so" not in expand(Page("p", text), Record(EXAMPLES, HERE, facts=RECORD.facts), "html")


def test_the_foot_names_the_newest_pair_the_day_and_what_was_not_run_with_it() -> None:
    assert "With torch 2.15.0 and NumPy 2.5.5, all of it ran on 2026-11-25; what differs" in page("p/same")
    assert "ran on" not in expand(Page("p", "Text\n"), Record({}, HERE), "html")
    old = pair("2.15.0", {}, known=frozenset([mark("p/other", EXAMPLES["p/other"].script)]))
    shown = expand(
        Page("p", "::: example p/same\n\n::: example p/other\n"), Record(EXAMPLES, HERE, pairs=[old]), "html"
    )
    assert "all but 1 of its 2 examples and facts ran on" in shown


def test_the_foot_of_a_pair_s_own_page_names_that_pair() -> None:
    shown = expand(Page("p", f"::: pair {PAIRS[0].leaf}\n"), RECORD, "html")
    assert "recorded with torch 2.15.0 and NumPy 2.5.5 on Python" in shown
    assert HERE.torch not in shown.rpartition("recorded-on")[2]


def test_a_span_is_from_the_pinned_pair_outward_over_what_was_measured() -> None:
    span = run_span("p/other", RECORD)
    assert (span.since, span.until, span.changed) == ("torch 2.12.1 with NumPy 2.4.6", "torch 2.13.0", "torch 2.14.1")
    assert (span.earlier, span.later, span.before) == (TWO, WRITES, PAIRS[-1])
    assert run_span("p/same", RECORD) == Span()
    unknown = pair("2.12.1", {"p/same": TWO}, known=frozenset())
    assert run_span("p/same", Record(EXAMPLES, HERE, pairs=[unknown])) == Span()


def test_tables_say_since_and_before_which_release_a_cell_is_otherwise() -> None:
    matrix = RECORD.matrix
    assert "| `reversed` | **crashes** (raises since torch 2.14.1) |" in details([PLAIN, REVERSED], 2, matrix)
    assert "shares (raises before torch 2.12.1 with NumPy 2.4.6)" in cut("method=from_dlpack layout=contiguous", matrix)
    assert "(refused before torch 2.12.1 with NumPy 2.4.6)" in dtype_map("to_torch", matrix)
    assert "since" not in details([PLAIN], 2, matrix)
    (row,) = [line for line in glance("methods/from_dlpack", matrix).split("\n") if line.startswith("| other releases")]
    uint16 = "`uint16`: raises before torch 2.12.1 with NumPy 2.4.6"
    assert row.startswith(f"| other releases | {uint16}; `reversed`: raises since torch 2.14.1 |")
    assert "other releases" not in glance("methods/from_dlpack", MATRIX)


def test_another_wording_is_no_other_behavior() -> None:
    worded = Result("crashes", "crashes", "none", "none", messages=("SIGABRT: calculation overflowed",))
    pairs = (pair("2.14.1", {}, {REVERSED: worded}),)
    assert with_spans(HERE, MATRIX, pairs).spans == {}


def test_the_time_line_has_each_step_once_and_what_changed_in_it() -> None:
    steps = changes(RECORD)
    assert [one.release for one in steps] == [
        "torch 2.15.0 with NumPy 2.5.5", "torch 2.14.1", "torch 2.13.0", "torch 2.12.1 with NumPy 2.4.6",
    ]  # fmt: skip
    assert [one.examples for one in steps] == [["p/none"], ["p/other"], [], ["p/other"]]
    assert [(one.begin, one.end) for one in steps] == [([], ["p#holds"]), ([], []), ([], []), (["p#holds"], [])]
    assert [list(one.cells) for one in steps] == [[], [REVERSED], [], [UINT16]]
    shown = timeline(RECORD)
    assert "## torch 2.14.1 {#torch-2-14-1}\n\nCompared with torch 2.13.0, on Python 3.11:" in shown
    assert "`float32` | `reversed` | **crashes**, SIGABRT | raises, RuntimeError |" in shown
    assert "## torch 2.13.0 {#torch-2-13-0}\n\nCompared with torch 2.12.1, on Python 3.11:\n\nNothing that" in shown


def test_every_pair_is_in_the_table_and_one_that_does_not_work_with_what_to_install() -> None:
    shown = releases_table(RECORD)
    lines = [line.split(" | ") for line in shown.split("\n")[2:]]
    found = [f"{line[0].strip('| ')}/{line[1]}" for line in lines]
    assert found == ["2.15.0/2.5.5", "2.14.1/2.4.6", "2.13.0/2.4.6", "2.12.1/2.4.6", "2.2.2/2.1.3", "2.2.2/1.26.4"]
    assert "[2 examples, 1 fact, 1 cell](/reference/versions/torch-2.15.0-numpy-2.5.5.md)" in shown
    broken = RECORD.pairs[3]
    assert instead(broken, RECORD) == "Run `pip install numpy==1.26.4`, or `pip install torch==2.12.1`."
    assert f"`RuntimeError: Numpy is not available` {instead(broken, RECORD)}" in shown


def test_the_page_of_a_pair_has_all_that_is_otherwise_with_it() -> None:
    shown = release_page("torch-2.2.2-numpy-1.26.4", RECORD, "markdown")
    assert "Output with torch 2.2.2 and NumPy 1.26.4\n\n```text other\n<2>\n```" in shown
    assert "### Other {#p/other}" in shown
    assert "- It holds: [proof](/p.md#fact-p-holds)" in shown
    assert "| `uint16` | `contiguous` | shares | raises, TypeError |" in shown
    assert "do not work together" in release_page("torch-2.2.2-numpy-2.1.3", RECORD, "markdown")
    assert release_page("torch-2.12.1-numpy-2.4.6", RECORD, "markdown").endswith("\n\nNothing is.")
    with pytest.raises(Unknown, match=r"no pair 'torch-2\.2\.1'"):
        release_page("torch-2.2.1", RECORD, "markdown")


def test_the_two_differences_of_the_newest_pair_are_found_and_on_their_pages(record: Record) -> None:
    newest = record.pairs[0]
    assert newest.name == "torch 2.15.0, numpy 2.5.5"
    reversed_, bfloat16 = ("from_dlpack", "float32", "reversed"), ("np_from_dlpack", "bfloat16", "contiguous")
    (message,) = newest.cell(reversed_, record.matrix).messages
    assert message.startswith("RuntimeError: Storage size calculation overflowed")
    assert record.matrix.cells[reversed_].event == "crashes"
    assert record.matrix.spans[reversed_].changed == "torch 2.14.1"
    assert newest.cell(bfloat16, record.matrix).messages[0].startswith("BufferError: ")
    assert record.matrix.cells[bfloat16].messages[0].startswith("RuntimeError: ")
    assert record.matrix.spans[bfloat16].changed == "NumPy 2.5.5"
    by_release = {one.release: one for one in changes(record)}
    assert reversed_ in by_release["torch 2.14.1"].cells
    assert bfloat16 in by_release["NumPy 2.5.5"].cells
    assert "methods/from_numpy/dlpack_reversed" in by_release["torch 2.14.1"].examples
    assert "reference/findings#dlpack_bfloat16_is_a_runtime_error" in by_release["NumPy 2.5.5"].end


def test_every_pair_is_known_to_have_a_page(record: Record) -> None:
    pages = read_pages(ROOT)
    for one in record.pairs:
        assert f"::: pair {one.leaf}\n" in pages[f"reference/versions/{one.leaf}"].source
