"""Facts of docs/pitfalls/tensor_in_pandas.md."""

import numpy as np
import pandas as pd
import torch
from sklearn.linear_model import LogisticRegression
from sklearn.metrics import accuracy_score
from sklearn.model_selection import train_test_split


def list_of_tensors_is_objects():
    """A column made of a list of tensors holds objects; made of a tensor of one axis with elements, in a dtype that NumPy has and without `requires_grad`, it has that dtype, and is a copy in a `DataFrame` and shares memory in a `Series`."""
    for dtype in "?bBhHiIlLefdFD":
        numbers = np.array([1, 0], dtype)
        tensor = torch.from_numpy(numbers)
        assert pd.DataFrame({"a": list(tensor)})["a"].dtype == object
        column = pd.DataFrame({"a": tensor})["a"]
        series = pd.Series(tensor)
        tensor[0] = 0
        assert (column.dtype, column.tolist()) == (dtype, [1, 0])
        assert (series.dtype, series.tolist()) == (dtype, [0, 0])


def objects_are_written_as_text():
    """`DataFrame.to_csv` writes the tensors of a column of objects as text, such as "tensor(0.5000)"."""
    for dtype in (torch.float32, torch.float64):
        losses = [torch.tensor(0.5, dtype=dtype)]
        assert "tensor(0.5000" in pd.DataFrame({"loss": losses}).to_csv()


def isin_misses_numbers():
    """`Series.isin` of a tensor, or of a list of tensors, may miss numbers that are in it."""
    for dtype in "hHiIlLfd":
        numbers = np.arange(1000).astype(dtype)
        for values in torch.from_numpy(numbers), list(torch.from_numpy(numbers)):
            assert not pd.Series(numbers).isin(values).all()


def equal_is_false():
    """`==` of a series of NumPy numbers or bools and a tensor of as many elements is False in every row, on whichever side the tensor stands; of a series with a nullable dtype, such as Int64, it compares the elements."""
    for dtype in "?bBhHiIlLefdFD":
        ones = np.ones(2, dtype)
        assert (pd.Series(ones) == torch.from_numpy(ones)).tolist() == [False, False]
        assert (torch.from_numpy(ones) == pd.Series(ones)).tolist() == [False, False]
    for nullable in "boolean Int8 UInt8 Int16 Int32 Int64 Float32 Float64".split():
        assert (pd.Series([1, 0], dtype=nullable) == torch.tensor([1, 1])).tolist() == [True, False]


def isna_sees_no_tensor():
    """`pd.isna` of a tensor is False, whatever is in it; of its array, it looks at each element."""
    for dtype in "efd":
        gaps = torch.from_numpy(np.array([1, np.nan], dtype))
        assert pd.isna(gaps) is pd.isna(gaps[1]) is False
        assert pd.isna(gaps.numpy()).tolist() == [False, True]


def iloc_takes_masks_for_positions():
    """`Series.iloc` of several rows with a bool tensor of one axis raises nothing, and takes it for positions: True for row 1, False for row 0."""
    ages = pd.Series([31, 45, 28])
    for mask in [True, True, False], [False, True, True], [True] * 3, [True], [False]:
        assert ages.iloc[torch.tensor(mask)].tolist() == [45 if wanted else 31 for wanted in mask]


def masks_are_no_keys():
    """A series indexed with a bool tensor without `iloc` raises a KeyError."""
    for mask in torch.tensor([True, False, True]), torch.tensor([True, True, True]):
        with np.testing.assert_raises_regex(KeyError, "tensor"):
            pd.Series([31, 45, 28])[mask]


def splits_are_tensors():
    """`train_test_split` of a tensor gives tensors of its dtype, which are copies, and takes a tensor as `stratify=`."""
    for dtype in "?bBhHiIlLefdFD":
        rows = torch.from_numpy(np.ones((4, 2), dtype))
        parts = train_test_split(rows, test_size=2, stratify=torch.tensor([0, 0, 1, 1]), random_state=0)
        rows[:] = 0
        for part in parts:
            assert (type(part), part.dtype, part.shape) == (torch.Tensor, rows.dtype, (2, 2))
            assert (part == 1).all()


def fit_widens_tensors():
    """With its default solver, `LogisticRegression` computes in float64 with float32 tensors, and in float32 with float32 arrays."""
    rows, labels = torch.tensor([[0.0], [1.0], [4.0], [5.0]]), np.array([0, 0, 1, 1])
    assert LogisticRegression().fit(rows, labels).coef_.dtype == np.float64
    assert LogisticRegression().fit(rows.numpy(), labels).coef_.dtype == np.float32


def metrics_take_tensors():
    """`sklearn.metrics.accuracy_score` takes tensors of labels as arrays, and raises for scores in bfloat16 a TypeError, and for scores that require grad a RuntimeError."""
    for dtype in "?bBhHiIlL":
        labels = np.array([0, 1, 1, 0], dtype)
        assert accuracy_score(torch.from_numpy(labels), np.ones(4, dtype)) == 0.5
    with np.testing.assert_raises_regex(TypeError, "BFloat16"):
        accuracy_score(torch.ones(2, dtype=torch.bfloat16), torch.ones(2))
    with np.testing.assert_raises_regex(RuntimeError, "requires grad"):
        accuracy_score(torch.ones(2, requires_grad=True), torch.ones(2))
