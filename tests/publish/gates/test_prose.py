"""The linter of prose is strict, and quiet."""

from pathlib import Path

import pytest

from snippets.publish.directives import DIRECTIVES
from snippets.publish.gates import prose
from snippets.publish.page import Page, read_pages
from snippets.publish.sources import Sources
from snippets.store.files import ROOT
from tests.publish.gates.conftest import RECORD

ALARMS = [
    "The tensor shares the array's memory.",
    "`torch.from_numpy` keeps the dtype.",
    "A reversed array raises a ValueError.",
    "Tensors do not share with the list.",
    "The mask is lost on the way to the tensor.",
    "`torch.tensor(a)` always copies.",
    "NumPy makes float64 out of Python floats.",
    "The array and the tensor never share.",
    "Views are kept as they are by `torch.as_tensor`.",
    "It warns once per process when the array is read-only.",
    "A tensor cannot have a negative stride.",
    "`Tensor.numpy` will not return before the copy is made.",
    "Call `ndarray.copy` first: it always copies the array.",
    "Use `torch.tensor`; the array keeps its dtype.",
    "Here the array is cast to float32, because the tensor has that dtype and keeps it.",
    "Both sides share one buffer.",
    "The gradient is silently wrong, and autograd ignores the write.",
    "For small arrays, `torch.tensor` copies.",
    "This array does not lose its values.",
    "Arrays of strings are refused by `torch.from_numpy`.",
]
QUIET = [
    "[copy the array](#the-array-changes-later);",
    "Use `torch.tensor` for a copy.",
    "If the array has to stay as it is, copy it with `ndarray.copy`.",
    "To keep the array as it was, start from [a copy](clone.md).",
    "Do not write to a tensor over a read-only array.",
    "Which of the two shares memory?",
    "This page is about arrays and tensors.",
    "The reason is the default dtype.",
    "You want no copy of the array.",
    "More: [`torch.from_numpy`](methods/from_numpy.md)",
    "[`torch.tensor`](tensor.md)",
    "What each dtype gives is [further down](#every-dtype).",
    "The documentation [says](https://numpy.org/doc) that the array is copied.",
    "The article says that the array is converted.",
    "Every example on this page runs in CI.",
    "You want a contiguous copy of the array.",
    "For an array that is read-only, copy first.",
    "[`torch.from_numpy`](from_numpy.md), where the array is read-only;",
    "Take the tensor that shares with the array.",
    "Search for the words of your message.",
    "",
]


def unproved_sentences(text: str) -> list[tuple[int, str]]:
    return list(prose.unproved_sentences(Page("methods/p", text)))


@pytest.mark.parametrize("sentence", ALARMS)
def test_a_claim_without_proof_is_found(sentence: str) -> None:
    assert unproved_sentences(f"# Title\n\n{sentence}\n") != []


@pytest.mark.parametrize("sentence", QUIET)
def test_reasons_instructions_definitions_and_quotations_are_prose(sentence: str) -> None:
    assert unproved_sentences(f"# Title\n\n{sentence}\n") == []


@pytest.mark.parametrize(
    "text",
    [
        '!!! note "The tensor copies the array"\n    Read on.',
        "| Call | Memory |\n|---|---|\n| `torch.tensor` | copies |",
        "| Call | Memory |\n|---|---|\n| this | The tensor copies the array. |",
    ],
)
def test_a_claim_in_a_table_or_in_the_title_of_a_box_is_found(text: str) -> None:
    ((line, _),) = unproved_sentences(f"# Title\n\n{text}\n")
    assert line == 3 + text.count("\n") - text.count("    ")
    assert not unproved_sentences("| Often said | Verdict |\n|---|---|\n| The tensor copies the array | false |\n")


def found_in(file: str) -> list[str]:
    """The sentences of a list, one a line, that are taken for claims."""
    lines = Path(__file__).with_name(file).read_text(encoding="utf-8").splitlines()
    assert len(lines) == 60
    return [line for line in lines if unproved_sentences(f"# Title\n\n{line}\n")]


def test_most_claims_of_somebody_who_has_not_seen_the_rule_are_found() -> None:
    """Both lists were written once the rule was fixed, and it was not changed for them: 53 and 4 of 60 were found."""
    assert len(found_in("claims.txt")) >= 53
    assert len(found_in("no_claims.txt")) <= 4


CLAIM = "The tensor shares the array's memory"


@pytest.mark.parametrize(
    ("text", "found"),
    [
        (f"{CLAIM}:\n\n::: example p/a\n", []),
        (f"{CLAIM}:\n\n::: matrix method=tensor\n", []),
        (f"{CLAIM}:\n\n::: fact p#a\n", [(1, f"{CLAIM}:")]),
        (f"{CLAIM}.\n\n::: example p/a\n", [(1, f"{CLAIM}.")]),
        (f"{CLAIM}:\n\nText.\n\n::: example p/a\n", [(1, f"{CLAIM}:")]),
        (f"{CLAIM}. Here it is:\n\n::: example p/a\n", [(1, f"{CLAIM}.")]),
        (f"# {CLAIM}\n", []),
        (f"| {CLAIM} |\n|---|\n", [(1, f"| {CLAIM} |")]),
        (f"```text\n{CLAIM}.\n```\n", []),
        (f"- **shares**: {CLAIM}.\n", []),
        (f"- {CLAIM}.\n", [(1, f"{CLAIM}.")]),
        (f"Use it when:\n\n- {CLAIM};\n- {CLAIM}: {CLAIM}.\n", [(4, f"{CLAIM}.")]),
        (f"## Use it when\n\n- {CLAIM};\n", []),
        (f"This is so:\n\n- {CLAIM}.\n", [(3, f"{CLAIM}.")]),
        (f"**What happens:** {CLAIM}.\n", [(1, f"**What happens:** {CLAIM}.")]),
        (f"> {CLAIM}. [NumPy](https://numpy.org)\n", []),
        (f"> {CLAIM}.\n", [(1, f"> {CLAIM}.")]),
        ("See this: [](fact:p#a) Use it.\n", []),
        (f"---\ntitle: {CLAIM}.\n---\n\nText.\n\n{CLAIM}.\n", [(7, f"{CLAIM}.")]),
        ("Text\nof two lines. The tensor\nshares memory.\n", [(1, "The tensor shares memory.")]),
        (f'!!! note "Not run here"\n    {CLAIM}.\n', [(2, f"{CLAIM}.")]),
    ],
)
def test_what_counts_is_where_a_sentence_stands(text: str, found: list[tuple[int, str]]) -> None:
    assert unproved_sentences(text) == found


@pytest.mark.parametrize("kind", DIRECTIVES)
def test_what_was_measured_proves_the_sentence_above_it_whatever_kind_it_is_of(kind: str) -> None:
    unproved = [] if DIRECTIVES[kind].measured else [(1, f"{CLAIM}:")]
    assert unproved_sentences(f"{CLAIM}:\n\n::: {kind} p/a\n") == unproved
    assert [kind for kind in DIRECTIVES if not DIRECTIVES[kind].measured] == ["fact", "facts", "signature", "explorer"]


def test_the_problem_names_file_line_sentence_and_what_to_do() -> None:
    (problem,) = prose.problems(Sources({"methods/p": Page("methods/p", f"# T\n\n{CLAIM}.\n")}, RECORD, Path()))
    assert (problem.file, problem.line) == ("docs/methods/p.md", 3)
    assert problem.found == f"says without proof: {CLAIM}."
    assert "snippets/facts/methods/p.py" in problem.fix


@pytest.mark.parametrize("page", sorted({*read_pages(ROOT)} - {*prose.DATA["of_the_site"]}))
def test_no_page_says_what_the_libraries_do_without_proof(page: str) -> None:
    assert unproved_sentences(read_pages(ROOT)[page].source) == []


@pytest.mark.parametrize(
    ("page", "true", "false"),
    [
        ("methods/clone", "[](fact:methods/clone#copies_once)", "The clone shares memory with the array."),
        ("methods/tensor", "[](fact:methods/tensor#casts_to_dtype)", "`dtype=torch.uint8` raises for 300."),
        ("reference/myths", "::: fact methods/tensor#read_only_without_warning", "`torch.tensor` shares the array."),
        (
            "reference/operators",
            "[](fact:reference/operators#array_first_raises)",
            "An array on the left is converted.",
        ),
        ("index", "::: fact index#shares_memory_tells", "`np.shares_memory` is False for an array that shares."),
    ],
)
def test_a_false_sentence_in_place_of_a_fact_is_found(page: str, true: str, false: str) -> None:
    text = read_pages(ROOT)[page].source
    assert true in text
    assert [sentence for _, sentence in unproved_sentences(text.replace(true, false, 1))] != []
