"""What is recorded and on no page is found."""

from snippets.publish.directives import shown_on
from snippets.publish.gates import orphans
from snippets.publish.page import Page
from tests.publish.gates.conftest import RECORD, SHOWN, Try

EXAMPLE = ("snippets/examples/methods/p/fine.py", 1, "on no page")
FACT = ("snippets/facts/methods/p.py", 3, "methods/p#holds is on no page")


def test_a_page_that_shows_all_is_fine(found: Try) -> None:
    assert found(orphans.problems, f"# Title\n\n{SHOWN}") == []
    assert found(orphans.problems, "::: example methods/p/fine\n", "So [](fact:methods/p#holds)\n") == []


def test_an_example_and_a_fact_on_no_page_are_found(found: Try) -> None:
    assert found(orphans.problems, "# Title\n") == [EXAMPLE, FACT]


def test_what_is_only_named_inside_a_fence_is_on_no_page(found: Try) -> None:
    assert found(orphans.problems, f"```text\n{SHOWN}```\n") == [EXAMPLE, FACT]


def test_the_pages_that_show_an_example_are_known() -> None:
    pages = {name: Page(name, "::: example methods/p/fine\n") for name in ("a", "b")}
    assert shown_on(pages, RECORD) == {"methods/p/fine": ["a", "b"]}
