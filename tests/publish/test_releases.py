"""What other releases give stands beside what the pinned release gives, and never in its place."""

from collections.abc import Collection, Mapping
from dataclasses import replace
from itertools import pairwise

import pytest

from snippets.publish.glance import glance
from snippets.publish.page import Page, read_pages
from snippets.publish.releases import changes, instead, release_page, releases_table, timeline
from snippets.publish.rows import Unknown
from snippets.publish.tables import cut, details, dtype_map
from snippets.store.differences import Compared, compared, runs_of
from snippets.store.files import ROOT
from snippets.store.record import Record
from snippets.store.releases import age, step
from snippets.store.types import Ended, Environment, Example, Fact, Matrix, Ran, Release, Result
from tests.publish.built import first, shown_in_html, shown_in_markdown, soup_of
from tests.publish.expanding import expand
from tests.store.made_up import HERE, record_of

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
FACTS = {FACT.name: FACT}
WRITES = Ended("error", "TypeError: <no>\n")
TWO = Ended("0", "<2>\n")
PINNED = record_of(EXAMPLES, FACTS, MATRIX)


def release(
    torch: str,
    changed: Mapping[str, Ended],
    cells: Mapping[tuple[str, str, str], Result] | None = None,
    numpy: str = "2.4.6",
    broken: str = "",
    known: Collection[str] = (*EXAMPLES, *FACTS),
) -> Compared:
    """A release with which all is as with the pinned one but for what is given."""
    runs = runs_of(EXAMPLES, FACTS)
    ends = {**runs, **changed}
    whole = {name: Ran(ends[name].exit, ends[name].output, runs[name].mark) for name in runs if name in known}
    matrix = Matrix({**MATRIX.cells, **(cells or {})})
    environment = Environment(torch, numpy, "3.11", "Linux x86_64")
    made = Release(environment, "2026-11-25", {} if broken else whole, Matrix() if broken else matrix, broken)
    return compared(made, replace(PINNED.pinned, runs=runs), FACTS)


def bare(release: Compared) -> Release:
    """A release as it was measured."""
    return Release(release.environment, release.measured, release.runs, release.matrix)


RELEASES = (
    release("2.15.0", {"p/other": WRITES, "p#holds": WRITES, "p/none": TWO}, {REVERSED: RAISES}, "2.5.5"),
    release("2.14.1", {"p/other": WRITES}, {REVERSED: RAISES}),
    release("2.12.1", {}),
    release("2.2.2", {}, None, "2.1.3", "RuntimeError: Numpy is not available"),
    release("2.2.2", {"p/other": TWO, "p#holds": WRITES}, {UINT16: TYPE}, "1.26.4"),
)  # the newest first
RECORD = record_of(EXAMPLES, FACTS, MATRIX, RELEASES)


def page(name: str) -> str:
    return expand(Page("p", f"::: example {name}\n"), RECORD, "html")


def test_the_newest_release_s_output_stands_beside_the_output_in_full_and_others_are_one_line() -> None:
    block = first(soup_of(page("p/other")), ".example")
    (other,) = block.select(".other-output[data-pair]")
    assert other["data-pair"] == "torch 2.15.0, numpy 2.5.5"
    assert first(other, "pre").get_text() == "TypeError: <no>\n"
    assert first(other, ".output-label").get_text() == "Output with torch 2.15.0 and NumPy 2.5.5, ends with an error"
    line = first(block, ".other-releases")
    assert line.get_text() == "This script gives something else before torch 2.12.1 with NumPy 2.4.6."
    assert first(line, "a")["href"] == "../reference/versions/torch-2.2.2-numpy-1.26.4/#p/other"
    assert shown_in_html(page("p/other")) == {"p/other": ("print('p/other')\n", "<1>\n", "0")}


def test_a_newest_release_that_does_not_work_does_not_hide_the_newest_that_does() -> None:
    broken = release("2.16.0", {}, broken="RuntimeError: Numpy is not available")
    pages = record_of(EXAMPLES, FACTS, MATRIX, (broken, *RELEASES))
    shown = expand(Page("p", "::: example p/other\n"), pages, "html")
    assert shown == page("p/other")
    assert "With torch 2.15.0 and NumPy 2.5.5, all of it ran on 2026-11-25" in shown


def test_what_is_the_same_everywhere_has_no_other_output() -> None:
    assert "other-output" not in page("p/same")
    assert "other-releases" not in page("p/same")


def test_what_a_newer_pair_than_the_pinned_gives_and_the_newest_does_not_is_told() -> None:
    releases = [release("2.15.0", {}), release("2.14.1", {"p/same": TWO})]
    shown = expand(Page("p", "::: example p/same\n"), record_of(EXAMPLES, releases=releases), "markdown")
    assert "This script gives something else since torch 2.14.1." in shown


def test_a_markdown_copy_tells_both_apart() -> None:
    for name in EXAMPLES:
        copy = expand(Page("p", f"::: example {name}\n"), RECORD, "markdown")
        assert shown_in_markdown(copy) == [(EXAMPLES[name].script, EXAMPLES[name].output, "0")]
    copy = expand(Page("p", "::: example p/other\n"), RECORD, "markdown")
    assert "Output with torch 2.15.0 and NumPy 2.5.5, ends with an error\n\n```text other\nTypeError: <no>\n```" in copy
    place = "../reference/versions/torch-2.2.2-numpy-1.26.4/index.md#p/other"
    assert f"[before torch 2.12.1 with NumPy 2.4.6]({place})" in copy


def test_a_claim_that_fails_elsewhere_is_not_so_there_and_one_that_was_edited_since_says_that() -> None:
    fails = Ended("error", "AssertionError: ValueError not raised\n")
    newer, older = release("2.15.0", {"p#holds": fails}), release("2.12.1", {"p#holds": fails})
    shown = expand(Page("p", "::: fact p#holds\n"), record_of(EXAMPLES, FACTS, MATRIX, [newer, older]), "html")
    said = "Since torch 2.13.0; before, no ValueError is raised. Not so since torch 2.15.0: no ValueError is raised."
    assert "(Since torch 2.13.0; not so since torch 2.15.0.)" in shown, "in brief beside the sentence"
    assert f"Other releases: {said}</p>" in shown, "whole beside the proof"
    edited = {FACT.name: replace(FACT, body="assert 1\n")}
    before = compared(bare(newer), replace(PINNED.pinned, runs=runs_of(EXAMPLES, edited)), edited)
    shown = expand(Page("p", "::: fact p#holds\n"), record_of(EXAMPLES, edited, MATRIX, [before]), "html")
    assert "(Edited since other releases were measured.)" in shown
    assert "measured, with some of which the proof of before failed.</p>" in shown
    assert "Not so" not in shown


def test_a_script_that_was_edited_since_other_releases_gave_something_else_says_that() -> None:
    old = [release("2.15.0", {"p/other": TWO}), release("2.14.1", {})]
    edited = {**EXAMPLES, "p/other": replace(EXAMPLES["p/other"], script="print(1)\n")}
    runs = replace(PINNED.pinned, runs=runs_of(edited, FACTS))
    records = record_of(edited, FACTS, MATRIX, [compared(bare(one), runs, FACTS) for one in old])
    for target in ("html", "markdown"):
        shown = expand(Page("p", "::: example p/other\n"), records, target)
        assert "This script was edited since other releases were measured, some of which gave something else." in shown
        assert "<2>" not in shown
        assert "was edited" not in expand(Page("p", "::: example p/same\n"), records, target)


@pytest.mark.parametrize("text", ["::: fact p#holds\n", "So [](fact:p#holds)\n"])
@pytest.mark.parametrize("target", ["html", "markdown"])
def test_a_fact_that_is_false_elsewhere_is_not_shown_without_that(text: str, target: str) -> None:
    shown = expand(Page("p", text), RECORD, "html" if target == "html" else "markdown")
    older, newer = "before torch 2.12.1 with NumPy 2.4.6", "since torch 2.15.0 with NumPy 2.5.5"
    message = "<code>TypeError: &lt;no&gt;</code>" if target == "html" else "`TypeError: <no>`"
    assert f"{older.capitalize()}, {message}. {newer.capitalize()}, {message}.".casefold() in shown.casefold()
    assert (f"(Otherwise {older}; otherwise {newer}.)" in shown) == (target == "html")
    assert "Not so" not in expand(Page("p", text), record_of(EXAMPLES, FACTS), "html")


def test_the_foot_names_the_newest_pair_the_day_and_what_was_not_run_with_it() -> None:
    assert "With torch 2.15.0 and NumPy 2.5.5, all of it ran on 2026-11-25; what differs" in page("p/same")
    assert "ran on" not in expand(Page("p", "Text\n"), record_of(), "html")
    old = release("2.15.0", {}, known=["p/other"])
    both = Page("p", "::: example p/same\n\n::: example p/other\n")
    shown = expand(both, record_of(EXAMPLES, releases=[old]), "html")
    assert "all but 1 of its 2 examples and facts ran on" in shown


def test_the_foot_of_a_pair_s_own_page_names_that_pair() -> None:
    shown = expand(Page("p", f"::: pair {RELEASES[0].leaf}\n"), RECORD, "html")
    assert "recorded with torch 2.15.0 and NumPy 2.5.5 on Python" in shown
    assert HERE.torch not in shown.rpartition("recorded-on")[2]


def test_tables_say_since_and_before_which_release_a_cell_is_otherwise() -> None:
    assert "| `reversed` | **crashes** (raises since torch 2.14.1) |" in details([PLAIN, REVERSED], 2, RECORD)
    assert "shares (raises before torch 2.12.1 with NumPy 2.4.6)" in cut("method=from_dlpack layout=contiguous", RECORD)
    assert "(refused before torch 2.12.1 with NumPy 2.4.6)" in dtype_map("to_torch", RECORD)
    assert "since" not in details([PLAIN], 2, RECORD)
    (row,) = [line for line in glance("methods/from_dlpack", RECORD).split("\n") if line.startswith("| other releases")]
    uint16 = "`uint16`: raises before torch 2.12.1 with NumPy 2.4.6"
    assert row.startswith(f"| other releases | {uint16}; reversed: raises since torch 2.14.1 |")
    assert "other releases" not in glance("methods/from_dlpack", PINNED)


def test_the_time_line_has_each_step_once_and_what_changed_in_it() -> None:
    steps = changes(RECORD)
    assert [one.release for one in steps] == [
        "torch 2.15.0 with NumPy 2.5.5", "torch 2.14.1", "torch 2.13.0", "torch 2.12.1 with NumPy 2.4.6",
    ]  # fmt: skip
    assert [one.examples for one in steps] == [["p/none"], ["p/other"], [], ["p/other"]]
    failed = {"p#holds": "`TypeError: <no>`"}
    assert [(one.begin, one.end) for one in steps] == [({}, failed), ({}, {}), ({}, {}), (failed, {})]
    assert [list(one.cells) for one in steps] == [[], [REVERSED], [], [UINT16]]
    shown = timeline("", RECORD, "markdown")
    assert "## torch 2.14.1 {#torch-2-14-1}\n\nCompared with torch 2.13.0, on Python 3.11:" in shown
    assert "`float32` | `reversed` | **crashes**, SIGABRT | raises, RuntimeError |" in shown
    assert "## torch 2.13.0 {#torch-2-13-0}\n\nCompared with torch 2.12.1, on Python 3.11:\n\nNothing that" in shown


def test_every_pair_is_in_the_table_and_one_that_does_not_work_with_what_to_install() -> None:
    shown = releases_table("", RECORD)
    lines = [line.split(" | ") for line in shown.split("\n")[2:]]
    found = [f"{line[0].strip('| ')}/{line[1]}" for line in lines]
    assert found == ["2.15.0/2.5.5", "2.14.1/2.4.6", "2.13.0/2.4.6", "2.12.1/2.4.6", "2.2.2/2.1.3", "2.2.2/1.26.4"]
    assert "[2 examples, 1 fact, 1 cell](/reference/versions/torch-2.15.0-numpy-2.5.5.md)" in shown
    broken = RECORD.releases[3]
    assert instead(broken, RECORD) == "Run `pip install numpy==1.26.4`, or `pip install torch==2.12.1`."
    assert f"`RuntimeError: Numpy is not available` {instead(broken, RECORD)}" in shown


def test_the_page_of_a_pair_has_all_that_is_otherwise_with_it() -> None:
    shown = release_page("torch-2.2.2-numpy-1.26.4", RECORD, "markdown")
    assert "Output with torch 2.2.2 and NumPy 1.26.4\n\n```text other\n<2>\n```" in shown
    assert "### P: other (another output) {#p/other}" in shown
    assert "- It holds: [proof](/p.md#fact-p-holds)" in shown
    assert "| `uint16` | `contiguous` | shares | raises, TypeError |" in shown
    folded = release_page("torch-2.2.2-numpy-1.26.4", RECORD, "html")
    assert '<details markdown="1">\n### P: other (another output) {#p/other}\n\nIn place of' in folded
    assert "do not work together" in release_page("torch-2.2.2-numpy-2.1.3", RECORD, "markdown")
    assert release_page("torch-2.12.1-numpy-2.4.6", RECORD, "markdown").endswith("\n\nNothing is.")
    with pytest.raises(Unknown, match=r"unknown pair 'torch-2\.2\.1'"):
        release_page("torch-2.2.1", RECORD, "markdown")


@pytest.mark.parametrize(
    ("key", "kinds"),
    [
        (("from_dlpack", "float32", "reversed"), ["SIGABRT", "RuntimeError"]),
        (("np_from_dlpack", "bfloat16", "contiguous"), ["RuntimeError", "BufferError"]),
    ],
)
def test_the_time_line_has_the_step_in_which_an_error_became_another(
    key: tuple[str, str, str], kinds: list[str], record: Record
) -> None:
    working = [release for release in (record.pinned, *record.releases) if not release.broken]
    line = sorted(working, key=lambda release: age(release.environment))
    errors = [release.matrix.cells[key].messages[-1].partition(":")[0] for release in line]
    assert list(dict.fromkeys(errors))[-2:] == kinds
    (number,) = [number for number, both in enumerate(pairwise(errors)) if list(both) == kinds]
    before, after = line[number : number + 2]
    steps = {change.release: change for change in changes(record)}
    assert key in steps[step(after.environment, before.environment)].cells


def test_every_release_has_a_page(record: Record) -> None:
    pages = read_pages(ROOT)
    for release in record.releases:
        assert f"::: pair {release.leaf}\n" in pages[f"reference/versions/{release.leaf}"].source
