"""What another release of a library gives stands beside what imports it, and nowhere else."""

from dataclasses import replace

import pytest

from snippets.publish.blocks import example_block, recorded_on, releases_of
from snippets.publish.page import Page
from snippets.store.differences import runs_of
from snippets.store.record import Record
from snippets.store.releases import mark
from snippets.store.types import Example, Ran, Release
from tests.store.made_up import FACT, HERE

FRAME = Example("p/frame", "import pandas\n\nprint(1)\n", "1\n")
ARRAY = Example("p/array", "import numpy\n\nprint(2)\n", "2\n")
HOLDS = replace(FACT, imports="import pandas\n")
EXAMPLES, FACTS = {FRAME.name: FRAME, ARRAY.name: ARRAY}, {HOLDS.name: HOLDS}
PAGE = Page("p", "")


def beside(**runs: Ran) -> Record:
    """A record in which pandas 2.3.3 gave `runs`: of the frame, of the fact."""
    names = {"frame": FRAME.name, "fact": HOLDS.name}
    other = Release(HERE, "2026-11-27", {names[name]: ran for name, ran in runs.items()})
    pinned = Release(HERE, "2026-11-01", runs_of(EXAMPLES, FACTS))
    return Record(pinned, EXAMPLES, FACTS, libraries={"pandas 2.3.3": other})


OTHERWISE = Ran("0", "3\n", mark(FRAME.script))
FALSE = Ran("error", "AssertionError\n", mark(HOLDS.program))


def test_an_example_shows_what_it_gives_beside_the_other_release() -> None:
    block = example_block(FRAME.name, beside(frame=OTHERWISE), PAGE, "html")
    assert 'data-pair="pandas 2.3.3"><p class="output-label">Output with pandas 2.3.3</p>' in block
    assert '"Output with pandas 2.3.3">3' in block
    assert "Output with pandas 2.3.3" in example_block(FRAME.name, beside(frame=OTHERWISE), PAGE, "markdown")


@pytest.mark.parametrize("ran", [Ran("0", "1\n", mark(FRAME.script)), Ran("0", "3\n", mark("print(9)"))])
def test_what_is_the_same_or_was_edited_since_shows_nothing(ran: Ran) -> None:
    assert "pandas 2" not in example_block(FRAME.name, beside(frame=ran), PAGE, "html")


def test_a_sentence_says_with_which_release_of_a_library_it_is_not_so() -> None:
    assert releases_of(HOLDS.name, beside(fact=FALSE)) == " (Not so with pandas 2.3.3.)"
    assert releases_of(HOLDS.name, beside(frame=OTHERWISE)) == ""


def test_the_foot_names_the_other_release_where_all_that_imports_the_library_ran_with_it() -> None:
    names = [FRAME.name, ARRAY.name]
    assert "what differs with pandas 2.3.3" in recorded_on(beside(frame=OTHERWISE), names)
    assert "pandas 2.3.3" not in recorded_on(beside(frame=OTHERWISE), [*names, HOLDS.name])
    assert "pandas 2.3.3" not in recorded_on(beside(frame=OTHERWISE), [ARRAY.name])
    assert "pandas 2.3.3" not in recorded_on(beside(), names)
