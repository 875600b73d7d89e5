"""A page's directives become what is recorded; the rest of the page stays as it is."""

from dataclasses import replace
from pathlib import Path

import pytest
from markdown import markdown

from snippets.problem import Problem
from snippets.publish.directives import DIRECTIVES, Kind, expanded, names_on
from snippets.publish.gates import problems
from snippets.publish.markup import Target
from snippets.publish.page import Page
from snippets.publish.sources import Sources
from snippets.store.record import Record
from snippets.store.types import Example
from tests.publish.built import first, shown_in_html, shown_in_markdown, soup_of
from tests.publish.expanding import HEAD, expand
from tests.store.made_up import record_of

TARGETS: tuple[Target, ...] = ("html", "markdown")
FINE = Example("p/fine", "print(1)\n", "1\n")
FAILS = Example("p/fails", "# Raises ValueError: no\nraise ValueError('<b>')\n", "ValueError: <b>\n")
WARNS = Example(
    "p/warns", "import warnings\nwarnings.warn('a')\n", "warns.py:2: UserWarning: a\n  warnings.warn('a')\n"
)
SILENT = Example("p/silent", "x = 1\n", "")
RECORD = record_of({example.name: example for example in (FINE, FAILS, WARNS, SILENT)})


@pytest.mark.parametrize("example", RECORD.examples.values(), ids=lambda one: one.name)
def test_an_example_is_shown_to_the_byte_in_both_targets(example: Example) -> None:
    page = f"# Title\n\n::: example {example.name}\n"
    shown = (example.script, example.output, example.ending.exit)
    assert shown_in_html(expand(Page("p", page), RECORD, "html")) == {example.name: shown}
    assert shown_in_markdown(expand(Page("p", page), RECORD, "markdown")) == [shown]


def test_a_signature_is_shown_as_it_is_recorded_a_line_a_call() -> None:
    record = replace(RECORD, signatures={"np.asarray": "np.asarray(a, *, copy=None)", "f": "f() -> int"})
    page = Page("p", "# Title\n\n::: signature np.asarray f\n")
    shown = first(soup_of(expand(page, record, "html")), ".signature")
    assert [line.text for line in shown.select("code")] == ["np.asarray(a, *, copy=None)", "f() -> int"]
    assert "```text\nnp.asarray(a, *, copy=None)\nf() -> int\n```" in expand(page, record, "markdown")


def test_html_is_one_line_so_that_no_later_step_sees_its_lines() -> None:
    (line,) = [
        line for line in expand(Page("p", "::: example p/fails"), RECORD, "html").split("\n") if "p/fails" in line
    ]
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
    assert words in expand(Page("p", f"::: example {name}"), RECORD, "html")


@pytest.mark.parametrize(
    ("first", "words"),
    [
        ("# Ends with SIGABRT: why", "Output, the interpreter crashes (SIGABRT)"),
        ("# Exits with status 3: why", "Output, exit status 3"),
        ("# Never ends: why", "Output, never ends"),
    ],
)
def test_other_ends_are_said_in_words_too(first: str, words: str) -> None:
    record = record_of({"p/x": Example("p/x", f"{first}\n", "a\n")})
    assert f">{words}<" in expand(Page("p", "::: example p/x"), record, "html")


@pytest.mark.parametrize(
    ("script", "needs"),
    [
        ("import h5py\nfrom PIL import Image\nimport sklearn.svm\n", "pip install h5py pillow scikit-learn"),
        ("def read():\n    import zarr\n", "pip install zarr"),
        ("import io, h5pyro\nimport numpy as np\nimport torch\n", None),
    ],
)
def test_what_a_script_needs_beside_torch_and_numpy_stands_after_it(script: str, needs: str | None) -> None:
    record = record_of({"p/x": Example("p/x", script, "1\n")})
    html = first(soup_of(expand(Page("p", "::: example p/x"), record, "html")), ".example")
    copy = expand(Page("p", "::: example p/x"), record, "markdown")
    assert [tag.get_text() for tag in html.select(".highlight + .needs .command")] == ([needs] if needs else [])
    assert (f"Needs `{needs}`." in copy) == ("Needs" in copy) == bool(needs)


def test_only_plain_examples_are_offered_to_pytest_codeblocks() -> None:
    copy = expand(Page("p", "::: example p/fine\n\n::: example p/warns\n\n::: example p/fails"), RECORD, "markdown")
    assert copy.count("```python\n") == 1
    assert copy.count("pytest-codeblocks:expected-output") == 1


def test_a_directive_inside_a_fence_is_left_alone() -> None:
    for marks in ("```", "````", "~~~"):
        page = f"{marks}text\n::: example p/fine\n{marks}"
        assert expand(Page("p", page), RECORD, "html").startswith(page)


def test_the_indent_of_a_directive_is_kept() -> None:
    assert "\n    <div" in expand(Page("p", "- a\n\n    ::: example p/fine\n"), RECORD, "html")


def test_what_is_folded_is_what_the_directive_alone_shows() -> None:
    page = Page("p", "::: fold One: example p/fine\n")
    alone = expand(Page("p", "::: example p/fine\n"), RECORD, "html").split("\n")[0]
    assert f"<summary>One</summary>\n\n{alone}\n\n</details>" in expand(page, RECORD, "html")
    assert "<details" not in expand(page, RECORD, "markdown")
    assert names_on(page, RECORD) == {"p/fine": 1}


@pytest.mark.parametrize(
    ("directive", "found", "fix"),
    [
        ("::: fold One: exampel p/fine", "unknown directive 'exampel'", "did you mean example?"),
        ("::: fold One: example p/fien", "unknown example 'p/fien'", "did you mean p/fine?"),
        ("::: example p/fien", "unknown example 'p/fien'", "did you mean p/fine?"),
        ("::: exampel p/fine", "unknown directive 'exampel'", "did you mean example?"),
        ("::: example", "unknown example ''", "python -m snippets list"),
        (":::", "unknown directive ''", "CONTRIBUTING.md"),
    ],
)
def test_a_misspelt_directive_is_named_with_file_line_and_fix(directive: str, found: str, fix: str) -> None:
    with pytest.raises(Problem) as caught:
        expand(Page("methods/p", f"# Title\n\n{directive}\n"), RECORD, "html")
    problem = caught.value
    assert (problem.file, problem.line, problem.found) == ("docs/methods/p.md", 3, found)
    assert fix in problem.fix


def test_a_problem_stands_in_its_place_and_the_other_examples_of_the_page_are_still_shown() -> None:
    page = Page("p", "::: example p/no\n\n::: example p/fine")
    html, problems = expanded(page, RECORD, "html")
    assert list(shown_in_html(html)) == ["p/fine"]
    (problem,) = problems
    assert first(soup_of(html.split("\n")[0]), ".problem").get_text() == str(problem)
    assert expanded(page, RECORD, "markdown")[0].startswith(f"{problem}\n")


def test_names_that_do_not_exist_are_marked_in_words_in_the_copy() -> None:
    assert expand(Page("p", "a `Tensor.astype`{.absent} b"), RECORD, "markdown").startswith(
        "a `Tensor.astype` (does not exist) b"
    )


# A kind of directive is one entry of DIRECTIVES.

BESIDE = {
    "alone": "",
    "beside an example": "::: example methods/from_numpy/share\n\n",
    "beside api": "::: api torch\n\n",
}


@pytest.fixture
def counting(monkeypatch: pytest.MonkeyPatch) -> None:
    """A made-up kind that counts all examples."""
    count = Kind(lambda argument, records, page, target: f"{len(records.examples)} examples{argument}")
    monkeypatch.setitem(DIRECTIVES, "count", count)


@pytest.mark.usefixtures("counting")
@pytest.mark.parametrize("beside", BESIDE.values(), ids=BESIDE)
def test_what_a_directive_shows_does_not_depend_on_what_stands_beside_it(beside: str, record: Record) -> None:
    count = f"{len(record.examples)} examples"
    for target in TARGETS:
        assert f"\n{count}\n" in f"\n{expand(Page('p', f'{beside}::: count'), record, target)}"
    assert f"<p>{count}</p>" in markdown(f"{beside}::: count", extensions=["snippets.publish.extension"])


@pytest.mark.usefixtures("counting")
def test_one_entry_makes_a_kind_that_is_checked_proves_what_is_above_it_and_is_wanted_once() -> None:
    page = Page("p", f"{HEAD}The tensor shares the memory:\n\n::: count\n\n::: count\n")
    (repeated,) = [problem for problem in problems(Sources({"p": page}, RECORD, Path())) if problem.file == "docs/p.md"]
    assert (repeated.line, repeated.expected, repeated.found) == (12, "once a page: a table", "count  a second time")
