"""A directive that names nothing is found, and so is what stands twice on a page."""

import pytest

from snippets.publish.gates import directives
from tests.publish.gates.conftest import SHOWN, Try


@pytest.mark.parametrize(
    ("directive", "what"),
    [
        ("::: example methods/p/fien", "unknown example 'methods/p/fien'"),
        ("::: fact methods/p#hold", "unknown fact 'methods/p#hold'"),
        ("See [](fact:methods/p#hold).", "unknown fact 'methods/p#hold'"),
        ("::: facts methods/q", "unknown page of facts 'methods/q'"),
        ("::: elsewhere cuda/a", "unknown script 'cuda/a'"),
        ("::: glance methods/q", "unknown page of a method 'methods/q'"),
        ("::: picture a", "unknown example 'a'"),
        ("::: painting a", "unknown directive 'painting'"),
    ],
)
def test_an_unknown_name_is_found(found: Try, directive: str, what: str) -> None:
    assert found(directives.problems, f"#\n\n{directive}\n") == [("docs/methods/p.md", 3, what)]


def test_what_is_recorded_and_what_is_in_a_fence_is_fine(found: Try) -> None:
    assert (
        found(
            directives.problems, "::: example methods/p/fine\n[](fact:methods/p#holds)\n```text\n::: example no\n```\n"
        )
        == []
    )


def test_an_example_twice_on_a_page_is_found_and_on_two_pages_is_fine(found: Try) -> None:
    page = "::: example methods/p/fine\n"
    assert found(directives.problems, page * 2) == [("docs/methods/p.md", 2, "example methods/p/fine a second time")]
    assert found(directives.problems, page * 3) == found(directives.problems, page * 2)
    assert found(directives.problems, page, page) == []


def test_a_fact_in_a_paragraph_and_as_a_block_is_twice(found: Try) -> None:
    assert found(directives.problems, f"{SHOWN}[](fact:methods/p#holds)\n") == [
        ("docs/methods/p.md", 2, "fact methods/p#holds a second time")
    ]
