"""A page's directives become what is recorded; the rest of the page stays as it is."""

import pytest

from snippets.problem import Problem
from snippets.publish.expand import Directive, Fence, expand, parts
from snippets.recorded import Environment, Example, Record
from tests.publish.gates import shown_in_html, shown_in_markdown

HERE = Environment("2.13.0", "2.4.6", "3.11", "Linux x86_64")
FINE = Example("p/fine", "print(1)\n", "1\n")
FAILS = Example("p/fails", "# Raises ValueError: no\nraise ValueError('<b>')\n", "ValueError: <b>\n")
WARNS = Example(
    "p/warns", "import warnings\nwarnings.warn('a')\n", "warns.py:2: UserWarning: a\n  warnings.warn('a')\n"
)
SILENT = Example("p/silent", "x = 1\n", "")
RECORD = Record({one.name: one for one in (FINE, FAILS, WARNS, SILENT)}, HERE)


@pytest.mark.parametrize("example", RECORD.examples.values(), ids=lambda one: one.name)
def test_an_example_is_shown_to_the_byte_in_both_targets(example: Example) -> None:
    page = f"# Title\n\n::: example {example.name}\n"
    shown = (example.script, example.output, example.ending.exit)
    assert shown_in_html(expand(page, "p", RECORD, "html")) == {example.name: shown}
    assert shown_in_markdown(expand(page, "p", RECORD, "markdown")) == [shown]


def test_html_is_one_line_so_that_no_later_step_sees_its_lines() -> None:
    (line,) = [line for line in expand("::: example p/fails", "p", RECORD, "html").split("\n") if "p/fails" in line]
    assert line.startswith('<div class="example"')
    assert line.endswith("</div>")


@pytest.mark.parametrize(
    ("name", "words"),
    [
        ("p/fine", ">Output<"),
        ("p/fails", ">Output, ends with an error<"),
        ("p/warns", ">Output, with a warning<"),
    ],
)
def test_an_output_says_in_words_what_it_is(name: str, words: str) -> None:
    assert words in expand(f"::: example {name}", "p", RECORD, "html")


@pytest.mark.parametrize(
    ("first", "words"),
    [
        ("# Ends with SIGABRT: why", "Output, the interpreter crashes (SIGABRT)"),
        ("# Exits with status 3: why", "Output, exit status 3"),
        ("# Never ends: why", "Output, never ends"),
    ],
)
def test_other_ends_are_said_in_words_too(first: str, words: str) -> None:
    record = Record({"p/x": Example("p/x", f"{first}\n", "a\n")}, HERE)
    assert f">{words}<" in expand("::: example p/x", "p", record, "html")


def test_only_plain_examples_are_offered_to_pytest_codeblocks() -> None:
    copy = expand("::: example p/fine\n\n::: example p/warns\n\n::: example p/fails", "p", RECORD, "markdown")
    assert copy.count("```python\n") == 1
    assert copy.count("pytest-codeblocks:expected-output") == 1


def test_a_directive_inside_a_fence_is_left_alone() -> None:
    for marks in ("```", "````", "~~~"):
        page = f"{marks}text\n::: example p/fine\n{marks}"
        assert expand(page, "p", RECORD, "html").startswith(page)


def test_an_unclosed_fence_swallows_no_error() -> None:
    assert list(parts("```text\n::: example p/fine")) == [Fence(1, "text", "```text\n::: example p/fine")]


def test_the_indent_of_a_directive_is_kept() -> None:
    assert "\n    <div" in expand("- a\n\n    ::: example p/fine\n", "p", RECORD, "html")
    assert list(parts("    ::: example p/fine")) == [Directive(1, "    ", "example", "p/fine")]


@pytest.mark.parametrize(
    ("directive", "found", "fix"),
    [
        ("::: example p/fien", "unknown example 'p/fien'", "did you mean p/fine?"),
        ("::: exampel p/fine", "unknown directive 'exampel'", "did you mean example?"),
        ("::: example", "unknown example ''", "python -m snippets list"),
        (":::", "unknown directive ''", "CONTRIBUTING.md"),
    ],
)
def test_a_misspelt_directive_is_named_with_file_line_and_fix(directive: str, found: str, fix: str) -> None:
    with pytest.raises(Problem) as caught:
        expand(f"# Title\n\n{directive}\n", "methods/p", RECORD, "html")
    problem = caught.value
    assert (problem.file, problem.line, problem.found) == ("docs/methods/p.md", 3, found)
    assert fix in problem.fix


def test_with_on_problem_the_other_examples_of_the_page_are_still_shown() -> None:
    problems: list[Problem] = []

    def note(problem: Problem) -> str:
        problems.append(problem)
        return "PROBLEM"

    html = expand("::: example p/no\n\n::: example p/fine", "p", RECORD, "html", note)
    assert html.startswith("PROBLEM\n")
    assert list(shown_in_html(html)) == ["p/fine"]
    assert len(problems) == 1


def test_names_that_do_not_exist_are_marked_in_words_in_the_copy() -> None:
    assert expand("a `Tensor.astype`{.absent} b", "p", RECORD, "markdown").startswith(
        "a `Tensor.astype` (does not exist) b"
    )
