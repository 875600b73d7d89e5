"""Gate 3: nothing is orphaned, nothing is typed into a page, and every name exists."""

import importlib
import re
from functools import reduce
from typing import Any

import numpy as np
import pytest
import torch

from snippets.publish.pages import ApiName, api_names, front_matter_problems, problems_on, read_pages, shown_on
from snippets.recorded import ROOT, TUTORIALS, Environment, Example, Record
from snippets.recorded.facts import facts_in

PAGES = read_pages(ROOT)
SENTENCES = {name: fact.sentence for name, fact in facts_in(ROOT)[0].items()}
SOURCES = (
    SENTENCES
    | {f"docs/{page}.md": text for page, text in PAGES.items()}
    | {
        path.relative_to(ROOT).as_posix(): path.read_text(encoding="utf-8")
        for path in [*(ROOT / TUTORIALS).glob("*.py"), ROOT / "README.md", ROOT / "CONTRIBUTING.md"]
    }
)
ROOTS: dict[str, Any] = {
    "torch": torch,
    "np": np,
    "numpy": np,
    "nn": torch.nn,
    "Tensor": torch.Tensor,
    "ndarray": np.ndarray,
}
HERE = Environment("2.13.0", "2.4.6", "3.11", "Linux x86_64")


def exists(name: str) -> bool:
    """Whether the installed library has `name`; a method such as .numpy may be a tensor's or an array's."""
    first, *rest = name.split(".")
    if not first:
        return any(hasattr(owner, rest[0]) for owner in (torch.Tensor, np.ndarray))
    try:
        reduce(getattr, rest, ROOTS[first])
    except AttributeError:
        try:
            importlib.import_module(f"{ROOTS[first].__name__}.{'.'.join(rest)}")
        except ImportError:
            return False
    return True


def wrong_names(text: str) -> list[ApiName]:
    """Names that do not exist and are not marked, or are marked and exist."""
    return [name for name in api_names(text) if exists(name.name) == name.absent]


@pytest.mark.parametrize("source", SOURCES)
def test_every_api_name_exists_or_is_marked_as_absent(source: str) -> None:
    assert not [f"{source}:{name.line}: {name.name}" for name in wrong_names(SOURCES[source])]


def test_the_pages_and_the_examples_belong_together(record: Record) -> None:
    assert not [str(problem) for problem in problems_on(PAGES, record)]


def test_quoted_messages_are_messages_that_a_script_on_the_site_shows(record: Record) -> None:
    """Inline code and headings that quote an error: four words or more, and no call, path or command."""
    outputs = " ".join(" ".join(one.output for one in record.examples.values()).split())
    for page, text in PAGES.items():
        for quoted in re.findall(r"`([^`\n]+)`", text):
            if len(quoted.split()) >= 4 and not re.search(r"[=({]|^python |^make |^#|/", quoted):
                assert quoted in outputs, f"docs/{page}.md: {quoted!r}"


# The gates with something broken.

FINE = Example("methods/p/fine", "print(1)\n", "1\n")
RECORD = Record({FINE.name: FINE}, HERE)


def found(*pages: str) -> list[tuple[str, int, str]]:
    texts = {f"methods/p{number or ''}": text for number, text in enumerate(pages)}
    return [(problem.file, problem.line, problem.found) for problem in problems_on(texts, RECORD)]


def test_a_page_that_shows_its_example_is_fine() -> None:
    assert found("# Title\n\n::: example methods/p/fine\n") == []


def test_an_example_on_no_page_is_found() -> None:
    assert found("# Title\n") == [("snippets/examples/methods/p/fine.py", 1, "on no page")]


def test_an_example_only_named_inside_a_fence_is_on_no_page() -> None:
    assert ("snippets/examples/methods/p/fine.py", 1, "on no page") in found("```text\n::: example methods/p/fine\n```")


def test_an_example_twice_on_a_page_is_found_and_on_two_pages_is_fine() -> None:
    page = "::: example methods/p/fine\n"
    assert found(page * 2) == [("docs/methods/p.md", 2, "example methods/p/fine a second time")]
    assert found(page, page) == []
    assert shown_on({"a": page, "b": page}) == {"methods/p/fine": ["a", "b"]}


def test_an_unknown_name_is_found() -> None:
    assert ("docs/methods/p.md", 3, "unknown example 'methods/p/fien'") in found("#\n\n::: example methods/p/fien\n")


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
def test_python_typed_into_a_page_is_found(fence: str) -> None:
    page = f"::: example methods/p/fine\n\n{fence}\n"
    assert found(page) == [("docs/methods/p.md", 3, "Python typed into the page")]


def test_other_fences_are_fine() -> None:
    assert found("::: example methods/p/fine\n\n```console\nmake site\n```\n\n```text\na\n```\n") == []


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("`torch.from_numpy(array)`", ["torch.from_numpy"]),
        ("`torch.tensor(np.array([1]))`", ["torch.tensor", "np.array"]),
        ("`Tensor.numpy` and `.clone()`", ["Tensor.numpy", ".clone"]),
        ("`array.numpy_like`, torch.nope, `x = 1.5`", []),
        ("```text\n`torch.nope`\n```", []),
    ],
)
def test_names_are_read_off_inline_code(text: str, names: list[str]) -> None:
    assert [name.name for name in api_names(text)] == names


def test_lines_are_counted_past_fences_and_directives() -> None:
    assert api_names("a\n\n```text\nb\n```\n\n::: example x\n`np.sum`") == [ApiName(8, "np.sum", False)]


@pytest.mark.parametrize(
    ("text", "wrong"),
    [
        ("`torch.from_numpy`", False),
        ("`torch.utils.data.default_collate`", False),
        ("`torch.from_nump`", True),
        ("`Tensor.astype`", True),
        ("`.astype()`, `.out`", False),
        ("`.no_such_method()`", True),
        ("`Tensor.astype`{.absent}", False),
        ("`Tensor.numpy`{.absent}", True),
    ],
)
def test_a_name_that_does_not_exist_is_found_and_so_is_a_wrong_mark(text: str, wrong: bool) -> None:
    assert bool(wrong_names(text)) == wrong


def test_a_head_that_is_no_yaml_is_refused() -> None:
    assert not front_matter_problems({"p": "---\ntitle: A\n---\n\n# A\n", "q": "# B\n"})
    (problem,) = front_matter_problems({"p": "---\ndescription: Why: because\n---\n\n# A\n"})
    assert (problem.file, problem.expected) == ("docs/p.md", "a title and a description, as YAML")
    assert "mapping values are not allowed" in problem.found
    (problem,) = front_matter_problems({"p": '---\ndescription: What "no" means\n---\n\n# A\n'})
    assert problem.found.startswith('a description with "')
