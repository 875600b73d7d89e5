"""What a sentence claims is read off its words."""

import pytest

from snippets.store.claims import calls, lacking, taken_by, untried, ways

ALL = set(taken_by("torch.from_numpy"))
INTEGERS = {name for name in ALL if "int" in name}
FLOATS = {"float16", "float32", "float64"}


@pytest.mark.parametrize(
    ("sentence", "named"),
    [
        ("`torch.from_numpy` shares.", ["torch.from_numpy"]),
        ("`torch.from_numpy(array.copy())` and `Tensor.numpy`.", ["torch.from_numpy", "Tensor.numpy"]),
        ("`torch.tensor` of `torch.tensor`.", ["torch.tensor"]),
        ("`torch.tensor_split` and torch.from_numpy.", []),
        ("`np.from_dlpack` is not `torch.from_dlpack`.", ["np.from_dlpack", "torch.from_dlpack"]),
    ],
)
def test_a_call_is_named_in_code(sentence: str, named: list[str]) -> None:
    assert calls(sentence) == named


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("`f` shares the memory.", ["memory"]),
        ("`f` copies and casts.", ["memory", "dtype"]),
        ("`f` raises a ValueError.", ["errors"]),
        ("`f` gives a warning.", ["warnings"]),
        ("`f` gives 3.", ["values"]),
    ],
)
def test_what_is_said_of_it_is_in_the_words(sentence: str, expected: list[str]) -> None:
    assert ways(sentence) == expected


@pytest.mark.parametrize(
    ("sentence", "needed"),
    [
        ("`torch.from_numpy` shares.", ALL),
        ("`torch.from_numpy` of an integer array shares.", INTEGERS),
        ("`torch.from_numpy` of a float array, or of integers, shares.", INTEGERS | FLOATS),
        ("`torch.from_numpy` of an array in the other byte order raises.", ALL - {"bool", "uint8", "int8"}),
        ("`torch.from_numpy` of text raises.", set()),
    ],
)
def test_a_sentence_speaks_of_every_dtype_but_where_it_names_some(sentence: str, needed: set[str]) -> None:
    assert lacking(sentence, "torch.from_numpy", []) == needed
    for dtype in needed:
        assert lacking(sentence, "torch.from_numpy", needed - {dtype}) == {dtype}


def test_of_the_dtypes_that_a_sentence_names_one_is_enough() -> None:
    sentence = "`torch.from_numpy` of float64 is no float32."
    assert lacking(sentence, "torch.from_numpy", ["int64"]) == {"float32", "float64"}
    assert lacking(sentence, "torch.from_numpy", ["float64"]) == set()


def test_a_dtype_that_comes_out_of_a_list_is_not_tried_as_an_array() -> None:
    assert lacking("`torch.tensor` of a list gives int64.", "torch.tensor", ["list"]) == set()
    assert lacking("`torch.tensor` of a list gives int64.", "torch.tensor", []) == {"int64"}


def test_swapped_bytes_count_for_their_dtype() -> None:
    assert lacking("`torch.from_numpy` of float64.", "torch.from_numpy", ["float64, other byte order"]) == set()


def test_what_is_not_tried_is_told_with_what_may_be_otherwise() -> None:
    assert list(untried("`torch.from_numpy` shares float32.", {})) == [
        "torch.from_numpy of float32 may have other memory, and the proof holds"
    ]
