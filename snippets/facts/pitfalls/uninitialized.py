"""Facts of docs/pitfalls/uninitialized.md."""

import numpy as np
import torch


def bracket_makes_it_a_value():
    """In a list, the number is a value: `torch.Tensor([5])` holds 5.0, where `torch.Tensor(5)` has the length 5."""
    for dtype in "bBhHiIlL":
        count = np.dtype(dtype).type(5)
        assert torch.Tensor([count]).tolist() == [5.0]
        assert torch.Tensor(count).shape == (5,)


def two_integers_are_a_shape():
    """`torch.Tensor` takes two integers or a `torch.Size` for a shape, and a tuple of integers for values."""
    image = np.zeros((2, 3))
    assert torch.Tensor(*image.shape).shape == torch.Tensor(torch.from_numpy(image).shape).shape == (2, 3)
    assert torch.Tensor(image.shape).tolist() == [2.0, 3.0]


def negative_length_raises():
    """A negative NumPy integer makes `torch.Tensor` raise a RuntimeError that speaks of a negative dimension."""
    for dtype in "bhil":
        with np.testing.assert_raises_regex(RuntimeError, "Trying to create tensor with negative dimension -3"):
            torch.Tensor(np.dtype(dtype).type(-3))


def sums_of_unsigned_want_a_dtype():
    """Without `dtype=`, `torch.tensor` raises a TypeError for an `np.uint64`, such as a sum of unsigned integers or an element of a uint64 array; with `dtype=torch.int64` it takes one below 2**63, and an array of uint64 as it is."""
    largest = np.array([2, 5], "L")
    for total in *(np.array([2, 3], dtype).sum() for dtype in "BHIL"), largest[1], largest.max():
        with np.testing.assert_raises_regex(TypeError, "an integer is required"):
            torch.tensor(total)
        number, array = torch.tensor(total, dtype=torch.int64), torch.tensor(np.array([5], np.uint64))
        assert (number.item(), number.dtype) == (5, torch.int64)
        assert (array.item(), array.dtype) == (5, torch.uint64)
    assert torch.tensor(np.uint64(2**63 - 1), dtype=torch.int64) == 2**63 - 1
    with np.testing.assert_raises_regex(ValueError, "Overflow"):
        torch.tensor(np.uint64(2**63), dtype=torch.int64)


def new_tensor_takes_the_value():
    """`Tensor.new_tensor` takes a NumPy integer for a value, where the older `Tensor.new` takes it for a length."""
    weights = torch.zeros(2)
    for dtype in "bBhHiIlL":
        count = np.dtype(dtype).type(5)
        assert weights.new_tensor(count).tolist() == 5.0
        assert weights.new(count).shape == (5,)


def deterministic_fills():
    """Under `torch.use_deterministic_algorithms`, with `warn_only=True` too, memory without values, also that of `torch.Tensor(5)`, is filled with NaN in a tensor of floats or complex numbers, with the largest number in one of integers, and with True in one of bools."""
    for warn_only in False, True:
        torch.use_deterministic_algorithms(True, warn_only=warn_only)
        for floats in (torch.Tensor, torch.HalfTensor, torch.BFloat16Tensor, torch.FloatTensor, torch.DoubleTensor):
            assert floats(5).isnan().all() and floats(np.int64(5)).isnan().all()
        for dtype in "efdFD":
            assert torch.from_numpy(np.zeros(1, dtype)).new(5).isnan().all()
        for dtype in "bBhHiIlL":
            assert torch.from_numpy(np.zeros(1, dtype)).new(5).tolist() == [np.iinfo(dtype).max] * 5
        for integers in (torch.ByteTensor, torch.CharTensor, torch.ShortTensor, torch.IntTensor, torch.LongTensor):
            counts = integers(np.int64(5))
            assert counts.tolist() == [torch.iinfo(counts.dtype).max] * 5
        assert torch.BoolTensor(5).all()
