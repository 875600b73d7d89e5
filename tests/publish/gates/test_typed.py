"""Python in a fence is found, and so is a directive that a fence keeps from working."""

import pytest

from snippets.publish.gates import typed
from tests.publish.gates.conftest import Try


@pytest.mark.parametrize(
    "fence",
    [
        "```python\nx\n```",
        "``` python\nx\n```",
        '```python title="a"\nx\n```',
        "```py\nx\n```",
        "```pycon\n>>> x\n```",
        "```{.python .a}\nx\n```",
        "~~~python\nx\n~~~",
        "````Python\nx\n````",
        "    ```python\n    x\n    ```",
        "```\nimport torch\n```",
        "```text\n>>> torch.ones(1)\n```",
    ],
)
def test_python_typed_into_a_page_is_found(found: Try, fence: str) -> None:
    page = f"::: example methods/p/fine\n\n{fence}\n"
    assert found(typed.problems, page) == [("docs/methods/p.md", 3, "Python typed into the page")]


@pytest.mark.parametrize(
    "fence",
    [
        "```text\ntensor([1, 2, 3])\n```",
        "```\nread on\n```",
        "```console\n$ python a.py\ntorch.float32\n```",
        "```console\n$ python a.py\nanything\n```",
        "```json\nTypeError: no\n```",
        "    ~~~output\n    1\n    ~~~",
    ],
)
def test_an_output_typed_into_a_page_is_found(found: Try, fence: str) -> None:
    assert found(typed.problems, f"Text.\n\n{fence}\n") == [("docs/methods/p.md", 3, "an output typed into the page")]


@pytest.mark.parametrize("fence", ["```console\nmake\n", "```console\nmake\n~~~\n", "````console\n```\n", "```console"])
def test_a_fence_that_nothing_closes_is_found(found: Try, fence: str) -> None:
    assert found(typed.problems, fence) == [("docs/methods/p.md", 1, "one that holds the rest of the page")]


def test_other_fences_are_fine(found: Try) -> None:
    page = "::: example methods/p/fine\n\n```console\nmake site\n```\n\n```text\n::: example a\n```\n"
    assert found(typed.problems, page) == []


def test_a_directive_in_a_fence_without_a_language_is_found(found: Try) -> None:
    page = "```\n::: example methods/p/fine\n```\n"
    assert found(typed.problems, page) == [("docs/methods/p.md", 1, "one inside")]
