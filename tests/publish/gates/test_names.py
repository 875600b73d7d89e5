"""A directive that names nothing is found."""

import pytest

from snippets.publish.gates import names
from tests.publish.gates.conftest import SHOWN, Try


@pytest.mark.parametrize(
    ("directive", "what"),
    [
        ("::: example methods/p/fien", "unknown example 'methods/p/fien'"),
        ("::: fact methods/p#hold", "unknown fact 'methods/p#hold'"),
        ("See [](fact:methods/p#hold).", "unknown fact 'methods/p#hold'"),
        ("::: facts methods/q", "'methods/q' has none"),
        ("::: elsewhere cuda/a", "unknown script 'cuda/a'"),
        ("::: glance methods/q", "no method has the page 'methods/q'; did you mean methods/numpy?"),
        ("::: picture a", "unknown directive 'picture'"),
    ],
)
def test_an_unknown_name_is_found(found: Try, directive: str, what: str) -> None:
    assert found(names.problems, f"#\n\n{directive}\n") == [("docs/methods/p.md", 3, what)]


def test_what_is_recorded_and_what_is_in_a_fence_is_fine(found: Try) -> None:
    assert found(names.problems, f"{SHOWN}[](fact:methods/p#holds)\n```text\n::: example no\n```\n") == []
