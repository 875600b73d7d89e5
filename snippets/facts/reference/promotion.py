"""Facts of docs/reference/promotion.md."""

import warnings

import numpy as np
import torch


def python_integers_wrap_in_tensors():
    """A Python integer of up to 64 bits that does not fit wraps in `+`, `*` and `==` with a tensor of uint8 or signed integers, so that 44 in uint8 equals 300; NumPy raises an OverflowError for `+` and `*`, and `==` compares the numbers."""
    for dtype in "bBhi":
        array = np.zeros(1, dtype)
        number = int(np.iinfo(dtype).max) + 3
        wrapped = np.iinfo(dtype).min + 2
        assert torch.add(torch.from_numpy(array), number).item() == wrapped
        assert torch.mul(torch.from_numpy(array + 1), number).item() == wrapped
        assert torch.eq(torch.from_numpy(array + wrapped), number).item()
        assert not np.equal(array + wrapped, number)
        for call in np.add, np.multiply:
            with np.testing.assert_raises_regex(OverflowError, "out of bounds"):
                call(array, number)


def integers_by_zero():
    """`//` and `%` by 0 raise a RuntimeError for a tensor of integers that has elements, where an integer array gives 0 with a RuntimeWarning."""
    for dtype in "bBhHiIlL":
        array = np.array([7], dtype)
        for operate in np.floor_divide, np.remainder:
            with warnings.catch_warnings(record=True) as caught:
                warnings.simplefilter("always")
                assert operate(array, 0).tolist() == [0]
            assert [warning.category for warning in caught] == [RuntimeWarning]
        for operate in lambda tensor: tensor // 0, lambda tensor: tensor % 0:
            with np.testing.assert_raises_regex(RuntimeError, "ZeroDivisionError|not implemented for 'UInt"):
                operate(torch.from_numpy(array))


def cumsum_of_float32():
    """`np.cumsum` of float32 adds up in float32, and a 1 that is added to 2**24 is lost; `torch.cumsum` keeps it on a CPU."""
    array = np.array([2**24, 1, 1], np.float32)
    assert np.cumsum(array)[-1] == 2**24
    assert torch.cumsum(torch.from_numpy(array), 0)[-1] == 2**24 + 2
