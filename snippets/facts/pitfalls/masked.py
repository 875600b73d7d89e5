"""Facts of docs/pitfalls/masked.md."""

import numpy as np
import torch


def all_calls_lose_it():
    """`torch.from_numpy`, `torch.tensor`, `torch.as_tensor`, `torch.asarray` and `torch.from_dlpack` all take the values under the mask for numbers."""
    depths = np.ma.masked_equal([20.5, -999.0], -999.0)
    for call in (torch.from_numpy, torch.tensor, torch.as_tensor, torch.asarray, torch.from_dlpack):
        assert call(depths).tolist() == [20.5, -999.0]


def filled_without_a_value_brings_it_back():
    """After `np.ma.masked_equal`, `np.ma.MaskedArray.filled` without a value puts in the value that was masked."""
    depths = np.ma.masked_equal([20.5, -999.0], -999.0)
    assert torch.from_numpy(depths.filled()).tolist() == [20.5, -999.0]
    assert torch.from_numpy(depths.filled(0.0)).tolist() == [20.5, 0.0]


def filled_may_share():
    """`np.ma.MaskedArray.filled` copies where something is masked, and gives the data itself where the array has no mask."""
    complete, partial = np.ma.array([1.0, 2.0]), np.ma.array([1.0, 2.0], mask=[False, True])
    torch.from_numpy(complete.filled(0.0))[0] = 9.0
    torch.from_numpy(partial.filled(0.0))[0] = 9.0
    assert complete.tolist() == [9.0, 2.0]
    assert partial.tolist() == [1.0, None]


def mask_may_be_a_scalar():
    """The mask of an array where nothing was masked is one NumPy bool, which `torch.from_numpy` refuses; `np.ma.getmaskarray` always gives an array."""
    complete = np.ma.array([1.0, 2.0])
    with np.testing.assert_raises_regex(TypeError, "expected np.ndarray"):
        torch.from_numpy(complete.mask)
    assert torch.from_numpy(np.ma.getmaskarray(complete)).tolist() == [False, False]


def nan_spoils_gradients():
    """Selecting the known results after a product with NaN is too late: the gradient is NaN where the input was, so fill the input first."""
    depths = torch.from_numpy(np.array([20.5, np.nan]))
    known = ~depths.isnan()
    weights = torch.ones(2, dtype=torch.float64, requires_grad=True)
    torch.where(known, weights * depths, 0.0).sum().backward()
    assert weights.grad.isnan().tolist() == [False, True]
    weights.grad = None
    (weights * torch.where(known, depths, 0.0)).sum().backward()
    assert weights.grad.tolist() == [20.5, 0.0]


def masked_constant_is_zero():
    """A single masked element is `np.ma.masked`, and `torch.tensor` of that is 0."""
    depths = np.ma.masked_equal([20.5, -999.0], -999.0)
    assert depths[1] is np.ma.masked
    assert torch.tensor(depths[1]).item() == 0.0


def masked_array_over_a_tensor():
    """`np.ma.array` of `Tensor.numpy` with `mask=` puts a mask over the tensor's memory, and shares it."""
    scores = torch.tensor([0.25, 0.75, 0.5])
    masked = np.ma.array(scores.numpy(), mask=[False, True, False])
    masked[0] = 1.0
    assert masked.mean() == 0.75
    assert scores.tolist() == [1.0, 0.75, 0.5]
