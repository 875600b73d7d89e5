"""What stands twice on a page is found."""

from snippets.publish.gates import repeats
from tests.publish.gates.conftest import SHOWN, Try


def test_an_example_twice_on_a_page_is_found_and_on_two_pages_is_fine(found: Try) -> None:
    page = "::: example methods/p/fine\n"
    assert found(repeats.problems, page * 2) == [("docs/methods/p.md", 2, "example methods/p/fine a second time")]
    assert found(repeats.problems, page * 3) == found(repeats.problems, page * 2)
    assert found(repeats.problems, page, page) == []


def test_a_fact_in_a_paragraph_and_as_a_block_is_twice(found: Try) -> None:
    assert found(repeats.problems, f"{SHOWN}[](fact:methods/p#holds)\n") == [
        ("docs/methods/p.md", 2, "fact methods/p#holds a second time")
    ]
