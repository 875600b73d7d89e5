"""What a release does otherwise is computed when it is read, without noise."""

from dataclasses import replace

import pytest

from snippets.store.differences import Span, cell_spans, differing, run_spans, without_noise
from snippets.store.types import Ended, Matrix, Ran
from tests.store.made_up import (
    ABORTS,
    EXAMPLES,
    HERE,
    NEWER,
    OTHER,
    PINNED,
    PLAIN,
    RAISES,
    RECORD,
    REVERSED,
    SHARES,
    beside,
    measured,
    ran,
)


def test_what_differs_is_told_and_what_is_as_on_the_pages_is_not() -> None:
    compared = beside(measured())
    assert compared.changed == {
        "p/other": Ended("error", "TypeError: no\n"),
        "p#holds": Ended("error", "AssertionError\n"),
    }
    assert compared.known == {"p/same", "p/other", "p#holds"}
    assert compared.cells == {REVERSED: RAISES}


@pytest.mark.parametrize("script", ["print('p/other')  # why\n", "print(\n    'p/other'\n)\n", 'print("p/other")\n'])
def test_a_comment_and_another_formatting_make_nothing_unmeasured(script: str) -> None:
    edited = replace(RECORD, examples={**EXAMPLES, "p/other": replace(EXAMPLES["p/other"], script=script)})
    assert "p/other" in beside(measured(), edited).known


@pytest.mark.parametrize("script", ["print('p/other', 1)\n", "print('p/other' )\nx = 1\n", "print(b'p/other')\n"])
def test_of_a_script_that_does_something_else_nothing_is_known(script: str) -> None:
    edited = replace(RECORD, examples={**EXAMPLES, "p/other": replace(EXAMPLES["p/other"], script=script)})
    compared = beside(measured(), edited)
    assert "p/other" not in compared.known
    assert "p/other" not in compared.changed


def test_of_a_cell_that_was_not_measured_nothing_is_known() -> None:
    release = measured(matrix=Matrix({PLAIN: SHARES}))
    compared = beside(release)
    assert compared.cells == {}
    assert cell_spans(RECORD.pinned, [compared]) == {}


def test_noise_is_pythons_suggestion_and_the_build_and_nothing_else() -> None:
    said = "AttributeError: 'Tensor' object has no attribute 'astype'"
    assert without_noise(f"{said}. Did you mean: 'dtype'?\n") == f"{said}\n"
    assert without_noise("2.15.0+cu128") == without_noise("2.13.0+cpu")
    for text in ("tensor([1.])\n", "RuntimeError: 2.15.0\n", "Did you mean it?\n"):
        assert without_noise(text) == text


def test_noise_is_no_difference() -> None:
    noisy = ran("p/same", "p/same. Did you mean: 'q'?\n")
    assert "p/same" not in beside(measured(runs={"p/same": replace(noisy, output="p/same\n")})).changed
    assert beside(measured(runs={"p/same": Ran("0", "p/some\n", noisy.mark)})).changed == {
        "p/same": Ended("0", "p/some\n")
    }


def test_equal_matrices_do_not_differ() -> None:
    assert differing(PINNED, PINNED, NEWER) == ({}, {})
    same = Matrix({key: replace(result) for key, result in PINNED.cells.items()})
    assert differing(PINNED, same, NEWER) == ({}, {})


def test_memory_that_an_old_release_does_not_fill_is_not_taken_for_a_change() -> None:
    random, wrong = (replace(SHARES, outcome=outcome, values=outcome) for outcome in ("uninitialized", "wrong"))
    old = replace(NEWER, torch="2.0.1")
    for mine, theirs in (random, wrong), (wrong, random):
        assert not differing(Matrix({PLAIN: mine}), Matrix({PLAIN: theirs}), old)[0]
        assert differing(Matrix({PLAIN: mine}), Matrix({PLAIN: theirs}), NEWER)[0] == {PLAIN: theirs}
    assert differing(Matrix({PLAIN: SHARES}), Matrix({PLAIN: wrong}), old)[0] == {PLAIN: wrong}


def test_a_message_that_is_worded_otherwise_everywhere_is_kept_once() -> None:
    worded = replace(RAISES, messages=("RuntimeError: overflowed",))
    one, two, three = (("from_dlpack", dtype, "reversed") for dtype in ("float16", "float32", "float64"))
    before, after = Matrix(dict.fromkeys((one, two), RAISES)), Matrix(dict.fromkeys((one, two), worded))
    assert differing(before, after, NEWER) == ({}, {RAISES.messages[0]: "RuntimeError: overflowed"})
    other = Matrix({one: worded, two: RAISES, three: worded})
    assert differing(before, other, NEWER) == ({}, {})


def test_another_wording_is_no_other_behavior() -> None:
    worded = replace(ABORTS, messages=("SIGABRT: calculation overflowed",))
    other = beside(measured(matrix=Matrix({PLAIN: SHARES, REVERSED: worded})))
    assert cell_spans(RECORD.pinned, [other]) == {}


def test_a_span_is_from_the_pinned_release_outward_over_what_was_measured() -> None:
    def release(torch: str, numpy: str, **runs: str) -> object:
        environment = replace(HERE, torch=torch, numpy=numpy)
        outputs = {"p/same": "p/same\n", "p/other": "p/other\n"} | {f"p/{name}": text for name, text in runs.items()}
        return beside(measured(environment=environment, runs={name: ran(name, text) for name, text in outputs.items()}))

    newest, newer = release("2.15.0", "2.5.5", other="1\n"), release("2.14.1", "2.4.6", other="1\n")
    same, older = release("2.12.1", "2.4.6"), release("2.2.2", "1.26.4", other="2\n")
    spans = run_spans(RECORD.pinned, [newest, newer, same, older], ["p/other", "p/same"])  # type: ignore[list-item]
    assert list(spans) == ["p/other"]
    span = spans["p/other"]
    assert (span.since, span.until, span.changed) == ("torch 2.12.1 with NumPy 2.4.6", "torch 2.13.0", "torch 2.14.1")
    assert (span.earlier, span.later, span.before) == (Ended("0", "2\n"), Ended("0", "1\n"), older)
    unknown = replace(same, known=frozenset(), changed={"p/same": Ended("0", "2\n")})  # type: ignore[type-var]
    assert run_spans(RECORD.pinned, [unknown], ["p/same"]) == {}  # type: ignore[list-item]


def test_the_span_of_a_cell_names_the_release_that_changed_it() -> None:
    span = cell_spans(RECORD.pinned, [beside(measured(matrix=OTHER))])[REVERSED]
    assert span == Span(until="torch 2.13.0 with NumPy 2.4.6", changed="torch 2.15.0 with NumPy 2.5.5", later=RAISES)
