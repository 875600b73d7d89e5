"""Facts of docs/guides/masks.md."""

import warnings

import numpy as np
import torch


def integer_mask_picks_by_number():
    """A tensor of zeros and ones picks by number if it is int64 or int32, 1 the element at 1 and 0 the one at 0, without a word; bool and uint8 pick as a mask, and other dtypes raise an IndexError."""
    warnings.filterwarnings("ignore", "indexing with dtype torch.uint8")
    levels, mask = torch.tensor([20.5, -1.0, 21.0]), np.array([1, 0, 1])
    for dtype in "li":
        assert levels[torch.from_numpy(mask.astype(dtype))].tolist() == [-1.0, 20.5, -1.0]
    for dtype in "?B":
        assert levels[torch.from_numpy(mask.astype(dtype))].tolist() == [20.5, 21.0]
    for dtype in "bhHILefdFD":
        with np.testing.assert_raises_regex(IndexError, "must be long, int, byte or bool"):
            levels[torch.from_numpy(mask.astype(dtype))]


def bool_tensors_have_no_mean():
    """`Tensor.mean` of a bool or integer tensor raises a RuntimeError unless you pass `dtype=`, where `np.mean` of the array gives a float."""
    for dtype in "?bBhHiIlL":
        correct = np.array([1, 0], dtype)
        with np.testing.assert_raises_regex(RuntimeError, "could not infer output dtype"):
            torch.from_numpy(correct).mean()
        assert torch.from_numpy(correct).mean(dtype=torch.float32) == 0.5
        assert np.mean(correct) == 0.5
