"""Facts of docs/methods/mixing.md."""

import warnings

import numpy as np
import torch


def integer_dtype_cuts_floats():
    """`Tensor.to` of a float16, float32 or float64 tensor to an integer dtype cuts off what stands behind the point, without a warning, where a product of the two tensors keeps it."""
    warnings.simplefilter("error")
    for floats in "efd":
        for integers in "bBhHiIlL":
            gains, counts = torch.from_numpy(np.array([0.5, 1.75], floats)), torch.from_numpy(np.ones(2, integers))
            assert gains.to(counts.dtype).tolist() == gains.to(counts).tolist() == [0, 1]
            assert (counts * gains).tolist() == [0.5, 1.75]


def tensor_on_both_sides_writes_in_place():
    """With a tensor on both sides, `+=` writes into a float16, float32 or float64 tensor and keeps its dtype, whatever bools, integers or such floats are added, and raises a RuntimeError for floats that are added to an integer or bool tensor."""
    for floats in "efd":
        for added in "?bBhHiIlLefd":
            total = torch.from_numpy(np.zeros(2, floats))
            alias = total
            total += torch.from_numpy(np.ones(2, added))
            assert alias.tolist() == [1, 1]
            assert str(total.dtype) == f"torch.{np.dtype(floats)}"
        for integers in "?bBhHiIlL":
            counts = torch.from_numpy(np.zeros(2, integers))
            with np.testing.assert_raises_regex(RuntimeError, "can't be cast"):
                counts += torch.from_numpy(np.ones(2, floats))


def mean_of_the_array_works():
    """`np.mean` and `np.sum` of `tensor.numpy()` give NumPy scalars, of the tensor's dtype if that is a float or complex one; the mean of integers is float64."""
    for dtype in "efdFD":
        losses = torch.from_numpy(np.array([1, 2], dtype))
        assert type(np.mean(losses.numpy())) is np.dtype(dtype).type
        assert type(np.sum(losses.numpy())) is np.dtype(dtype).type
    for dtype in "bBhHiIlL":
        assert type(np.mean(torch.from_numpy(np.array([1, 2], dtype)).numpy())) is np.float64
