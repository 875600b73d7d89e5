"""Facts of docs/pitfalls/slow_lists.md."""

import warnings

import numpy as np
import torch


def other_functions_warn():
    """`torch.asarray`, `torch.Tensor` and `Tensor.new_tensor` of a list of arrays give the same warning as `torch.tensor`."""
    frames = [np.zeros((2, 2)), np.ones((2, 2))]
    torch.set_warn_always(True)
    for convert in (torch.tensor, torch.asarray, torch.Tensor, torch.zeros(1).new_tensor):
        with warnings.catch_warnings(record=True) as caught:
            warnings.simplefilter("always")
            convert(frames)
        messages = " ".join(str(one.message) for one in caught)
        assert "Creating a tensor from a list of numpy.ndarrays is extremely slow" in messages


def slow_warning_comes_once():
    """The warning comes once per process, so a second slow line stays silent."""
    frames = [np.zeros(2), np.ones(2)]
    with warnings.catch_warnings(record=True) as caught:
        warnings.simplefilter("always")
        torch.tensor(frames)
        torch.tensor(frames)
    assert len(caught) == 1


def collate_does_not_warn():
    """`torch.utils.data.default_collate` joins a list of arrays without this warning, and keeps their dtype."""
    frames = [np.zeros(2, dtype=np.float32), np.ones(2, dtype=np.float32)]
    with warnings.catch_warnings(record=True) as caught:
        warnings.simplefilter("always")
        batch = torch.utils.data.default_collate(frames)
    assert caught == []
    assert batch.dtype == torch.float32 and batch.tolist() == [[0.0, 0.0], [1.0, 1.0]]


def numbers_in_the_list_are_checked():
    """Numbers of arrays in a list are checked against `dtype=`: 300 as uint8 raises a RuntimeError, and after `np.stack` it is 44."""
    frames = [np.array([1, 300]), np.array([2, 3])]
    assert torch.tensor(np.stack(frames), dtype=torch.uint8)[0].tolist() == [1, 44]
    with warnings.catch_warnings(), np.testing.assert_raises_regex(RuntimeError, "without overflow"):
        warnings.simplefilter("ignore")
        torch.tensor(frames, dtype=torch.uint8)


def mixed_dtypes_promote_otherwise():
    """Of a float32 and an int64 array in a list, `torch.tensor` makes float32, which may round the integers, and `np.stack` makes float64."""
    frames = [np.array([0.5], dtype=np.float32), np.array([2**24 + 1])]
    assert torch.from_numpy(np.stack(frames)).tolist() == [[0.5], [16777217.0]]
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        assert torch.tensor(frames).tolist() == [[0.5], [16777216.0]]


def dim_counts_levels():
    """The message names the length of the first row, as `dim` the level of the list, counted from 0, and the length that differs."""
    with np.testing.assert_raises_regex(ValueError, r"expected sequence of length 2 at dim 1 \(got 3\)"):
        torch.tensor([[4, 8], [15, 16, 23]])
    with np.testing.assert_raises_regex(ValueError, r"expected sequence of length 2 at dim 2 \(got 1\)"):
        torch.tensor([[[4, 8], [15, 16]], [[23, 42], [7]]])


def stack_says_it_otherwise():
    """For arrays of different lengths `np.stack` says that they must have the same shape, `np.array` speaks of an inhomogeneous shape."""
    rows = [np.array([4, 8]), np.array([15, 16, 23])]
    with np.testing.assert_raises_regex(ValueError, "all input arrays must have the same shape"):
        np.stack(rows)
    with np.testing.assert_raises_regex(ValueError, "inhomogeneous shape"):
        np.array(rows)


def number_among_rows_raises():
    """`torch.tensor` of rows with a number among them raises a TypeError, in words that depend on its place: not a sequence, or cannot be interpreted as an integer."""
    with np.testing.assert_raises_regex(TypeError, "not a sequence"):
        torch.tensor([[4, 8], 15])
    with np.testing.assert_raises_regex(TypeError, "'list' object cannot be interpreted as an integer"):
        torch.tensor([15, [4, 8]])
