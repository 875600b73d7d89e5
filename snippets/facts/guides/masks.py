"""Facts of docs/guides/masks.md."""

import warnings

import numpy as np
import torch


def integer_mask_picks_by_number():
    """A 1-d tensor of zeros and ones picks by number if it is int64 or int32, 1 the element at 1 and 0 the one at 0, without a word; bool picks as a mask, uint8, too, with a warning that it is deprecated, and other dtypes raise an IndexError."""
    levels, mask = torch.tensor([20.5, -1.0, 21.0]), np.array([1, 0, 1])
    for dtype in "li":
        assert levels[torch.from_numpy(mask.astype(dtype))].tolist() == [-1.0, 20.5, -1.0]
    for dtype, warned in ("?", []), ("B", [True]):
        with warnings.catch_warnings(record=True) as caught:
            warnings.simplefilter("always")
            assert levels[torch.from_numpy(mask.astype(dtype))].tolist() == [20.5, 21.0]
        assert ["is now deprecated" in str(warning.message) for warning in caught] == warned
    for dtype in "bhHILefdFD":
        with np.testing.assert_raises_regex(IndexError, "must be long, int, byte or bool"):
            levels[torch.from_numpy(mask.astype(dtype))]


def masks_do_not_stop_nan():
    """NaN or infinity times the False of a mask is NaN, where `torch.where` gives the other value."""
    for dtype in "efd":
        for gap in np.nan, np.inf:
            losses, mask = torch.from_numpy(np.array([1, gap], dtype)), torch.tensor([True, False])
            assert (losses * mask).isnan().tolist() == [False, True]
            assert torch.where(mask, losses, 0).tolist() == [1, 0]


def mean_of_nothing_is_nan():
    """Where a mask picks nothing, `Tensor.mean` and `torch.nn.functional.mse_loss` of what it picks are NaN, without a word, and the gradient is 0."""
    with warnings.catch_warnings():
        warnings.simplefilter("error")
        for dtype in torch.float16, torch.float32, torch.float64:
            mask, targets = torch.from_numpy(np.array([False, False])), torch.zeros(2, dtype=dtype)
            for loss in lambda found, wanted: (found - wanted).mean(), torch.nn.functional.mse_loss:
                outputs = torch.ones(2, dtype=dtype, requires_grad=True)
                nothing = loss(outputs[mask], targets[mask])
                nothing.backward()
                assert nothing.isnan()
                assert outputs.grad.tolist() == [0, 0]


def bool_tensors_have_no_mean():
    """`Tensor.mean` of a bool or integer tensor raises a RuntimeError unless you pass a float or complex dtype as `dtype=`, where `np.mean` of the array gives a float."""
    for dtype in "?bBhHiIlL":
        correct = np.array([1, 0], dtype)
        with np.testing.assert_raises_regex(RuntimeError, "could not infer output dtype"):
            torch.from_numpy(correct).mean()
        with np.testing.assert_raises_regex(RuntimeError, "could not infer output dtype"):
            torch.from_numpy(correct).mean(dtype=torch.int64)
        for other in torch.float16, torch.bfloat16, torch.float32, torch.float64, torch.complex64, torch.complex128:
            assert torch.from_numpy(correct).mean(dtype=other) == 0.5
        assert np.mean(correct) == 0.5


def losses_take_255():
    """`torch.nn.functional.binary_cross_entropy_with_logits` takes floats of 255 as targets without a word, and its loss may be negative; `binary_cross_entropy` raises a RuntimeError for them, and both do for uint8."""
    for dtype in "efd":
        targets = torch.from_numpy(np.array([255, 0], dtype))
        with warnings.catch_warnings():
            warnings.simplefilter("error")
            loss = torch.nn.functional.binary_cross_entropy_with_logits(torch.ones_like(targets), targets)
        assert loss < 0
        assert torch.nn.functional.binary_cross_entropy_with_logits(torch.ones_like(targets), targets / 255) > 0
        if dtype != "e":
            with np.testing.assert_raises_regex(RuntimeError, "between 0 and 1"):
                torch.nn.functional.binary_cross_entropy(torch.full_like(targets, 0.5), targets)
    drawn = torch.from_numpy(np.array([255, 0], np.uint8))
    with np.testing.assert_raises_regex(RuntimeError, "Byte"):
        torch.nn.functional.binary_cross_entropy_with_logits(torch.ones(2), drawn)
    with np.testing.assert_raises_regex(RuntimeError, "Byte"):
        torch.nn.functional.binary_cross_entropy(torch.full((2,), 0.5), drawn)


def bytes_are_inverted_bit_by_bit():
    """`~` of a uint8 mask turns its bits round, in tensors as in arrays: 0 becomes 255, and 1 becomes 254; of a bool mask it gives the other mask."""
    array = np.array([0, 1, 255], np.uint8)
    assert torch.bitwise_not(torch.from_numpy(array)).tolist() == (~torch.from_numpy(array)).tolist() == [255, 254, 0]
    assert np.invert(array).tolist() == (~array).tolist() == [255, 254, 0]
    assert (
        torch.bitwise_not(torch.from_numpy(array > 0)).tolist() == np.invert(array > 0).tolist() == [True, False, False]
    )
