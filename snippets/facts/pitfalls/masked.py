"""Facts of docs/pitfalls/masked.md."""

import numpy as np
import torch


def all_calls_lose_it():
    """A masked array keeps its mask beside the values; `torch.from_numpy`, `torch.tensor`, `torch.as_tensor`, `torch.asarray` and `torch.from_dlpack` all take the values alone, those under the mask too."""
    for dtype in "?bBhHiIlLefdFD":
        depths = np.ma.array(np.ones(2, dtype), mask=[True, False])
        for call in (torch.from_numpy, torch.tensor, torch.as_tensor, torch.asarray, torch.from_dlpack):
            assert call(depths).tolist() == [1, 1]


def filled_without_a_value_brings_it_back():
    """After `np.ma.masked_equal`, `np.ma.MaskedArray.filled` without a value puts in the value that was masked."""
    for dtype in "?bBhHiIlLefdFD":
        depths = np.ma.masked_equal(np.array([0, 1], dtype), 1)
        assert torch.from_numpy(depths.filled()).tolist() == [0, 1]


def filled_may_share():
    """`np.ma.MaskedArray.filled` copies an array of numbers if something is masked, and gives the data itself if nothing is."""
    for dtype in "?bBhHiIlLefdFD":
        for mask in (np.ma.nomask, [False, False], [False, True]):
            depths = np.ma.array(np.zeros(2, dtype), mask=mask)
            depths.filled(0)[0] = 1
            assert depths.data[0] == (not np.any(mask))


def mask_may_be_a_scalar():
    """Where nothing is masked, the attribute `mask` may be a single False and no array, as after `np.ma.masked_equal`; `np.ma.getmaskarray` always gives an array."""
    unmasked = np.ma.masked_invalid([1.0, 2.0])
    assert torch.from_numpy(unmasked.mask).tolist() == np.ma.getmaskarray(unmasked).tolist() == [False, False]
    for complete in (np.ma.array([1.0, 2.0]), np.ma.masked_equal([1.0, 2.0], -999.0)):
        with np.testing.assert_raises_regex(TypeError, "expected np.ndarray"):
            torch.from_numpy(complete.mask)
        assert np.ma.getmaskarray(complete).tolist() == [False, False]


def nan_spoils_gradients():
    """`torch.where` after a product with NaN is too late: the gradient is NaN where the input was, so fill the input first."""
    for dtype in "efd":
        depths = torch.from_numpy(np.array([20.5, np.nan], dtype))
        known = ~depths.isnan()
        weights = torch.ones(2, dtype=depths.dtype, requires_grad=True)
        torch.where(known, weights * depths, 0.0).sum().backward()
        assert weights.grad.isnan().tolist() == [False, True]
        weights.grad = None
        (weights * torch.where(known, depths, 0.0)).sum().backward()
        assert weights.grad.tolist() == [20.5, 0.0]


def masked_constant_is_zero():
    """A single masked number is `np.ma.masked`, and `torch.tensor` of that is a 0 of dtype float64, whatever the array holds."""
    for dtype in "?bBhHiIlLefdFD":
        depths = np.ma.array(np.ones(2, dtype), mask=[False, True])
        assert depths[1] is np.ma.masked
        zero = torch.tensor(depths[1])
        assert (zero.item(), zero.dtype) == (0.0, torch.float64)


def masked_array_over_a_tensor():
    """`np.ma.array` of `Tensor.numpy` with `mask=` puts a mask over the tensor's memory, and shares it."""
    for dtype in "?bBhHiIlLefdFD":
        scores = torch.from_numpy(np.zeros(3, dtype))
        masked = np.ma.array(scores.numpy(), mask=[False, True, False])
        masked[0] = 1
        assert masked.tolist() == [1, None, 0]
        assert scores.tolist() == [1, 0, 0]
