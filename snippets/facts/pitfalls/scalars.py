"""Facts of docs/pitfalls/scalars.md."""

import math
import warnings

import numpy as np
import torch


def list_of_tensors_needs_stack():
    """`torch.tensor` of a list of tensors that do not have one element each raises a ValueError, or a TypeError if they hold whole numbers or booleans; `torch.stack` joins tensors of one shape."""
    for dtype in "efdFD":
        readings = [torch.from_numpy(np.ones(2, dtype)), torch.from_numpy(np.ones(2, dtype))]
        with np.testing.assert_raises_regex(ValueError, "only one element tensors can be converted to Python scalars"):
            torch.tensor(readings)
        assert torch.stack(readings).tolist() == [[1, 1], [1, 1]]
    for dtype in "?bBhHiIlL":
        counts = [torch.from_numpy(np.ones(2, dtype)), torch.from_numpy(np.ones(2, dtype))]
        with np.testing.assert_raises_regex(
            TypeError, "only integer tensors of a single element|an integer is required"
        ):
            torch.tensor(counts)
        assert torch.stack(counts).tolist() == [[1, 1], [1, 1]]


def list_of_0d_tensors_works():
    """`torch.tensor` of a list of tensors with one element each gives their numbers in their dtype, unless that is uint64."""
    for dtype in "?bBhHiIlefdFD":
        one, row = torch.from_numpy(np.zeros((), dtype)), torch.from_numpy(np.ones((1, 1), dtype))
        for tensors, numbers in ([one, row], [0, 1]), ([row, one], [1, 0]), ([row[0], row], [1, 1]):
            joined = torch.tensor(tensors)
            assert joined.tolist() == numbers
            assert joined.dtype == row.dtype


def list_of_losses_loses_the_graph():
    """`torch.tensor` of a list of losses cuts them off from their graph, with a UserWarning the first time in a process; `torch.stack` keeps it."""
    weight = torch.tensor(2.0, requires_grad=True)
    with warnings.catch_warnings(record=True) as caught:
        warnings.simplefilter("always")
        for _ in range(2):
            assert not torch.tensor([weight * 0.5, weight * 0.25]).requires_grad
    assert ["requires_grad=True to a scalar" in str(one.message) for one in caught] == [True]
    torch.stack([weight * 0.5, weight * 0.25]).sum().backward()
    assert weight.grad == 0.75


def float_needs_one_element():
    """`float`, `int` and `math.sqrt` take a tensor with one real element, and raise a ValueError for several or none: only one element tensors can be converted to Python scalars."""
    for dtype in "?bBhHiIlLefd":
        for convert in (float, int, math.sqrt):
            assert convert(torch.from_numpy(np.ones((1, 1), dtype))) == 1
            for length in (2, 0):
                with np.testing.assert_raises_regex(ValueError, "only one element tensors can be converted"):
                    convert(torch.from_numpy(np.ones(length, dtype)))


def item_says_it_otherwise():
    """`Tensor.item` of two elements raises a RuntimeError in other words: a Tensor with 2 elements cannot be converted to Scalar."""
    for dtype in "?bBhHiIlLefdFD":
        with np.testing.assert_raises_regex(RuntimeError, "a Tensor with 2 elements cannot be converted to Scalar"):
            torch.from_numpy(np.ones(2, dtype)).item()


def element_of_an_array_takes_one():
    """An element of an array takes a tensor of one element of its dtype, and raises a ValueError for one of two; in a bool array, a RuntimeError."""
    for dtype in "?bBhHiIlLefdFD":
        table = np.zeros(2, dtype)
        table[0] = torch.from_numpy(np.ones(1, dtype))
        assert table.tolist() == [1, 0]
        error = RuntimeError if dtype == "?" else ValueError
        with np.testing.assert_raises_regex(error, "is ambiguous|only one element tensors can be converted"):
            table[1] = torch.from_numpy(np.ones(2, dtype))


def from_numpy_takes_no_scalar():
    """`torch.from_numpy` of a NumPy scalar, such as an element or a mean of an array, raises a TypeError; it takes a slice of length 1, or `np.asarray` of the scalar."""
    for dtype in "?bBhHiIlLefdFD":
        readings = np.ones(2, dtype)
        for scalar in (readings[0], readings.mean()):
            with np.testing.assert_raises_regex(TypeError, r"expected np.ndarray \(got numpy\."):
                torch.from_numpy(scalar)
            assert torch.from_numpy(np.asarray(scalar)).item() == 1
        assert torch.from_numpy(readings[:1]).tolist() == [1]


def ellipsis_keeps_an_array():
    """`readings[1, ...]` is a 0-d array, not a number: what `torch.from_numpy` makes of it shares memory with `readings`."""
    for dtype in "?bBhHiIlLefdFD":
        readings = np.zeros(2, dtype)
        torch.from_numpy(readings[1, ...]).fill_(1)
        assert readings.tolist() == [0, 1]


def list_of_zero_d_arrays_raises():
    """`torch.tensor` of a list whose first element is a 0-d array raises a TypeError, where it takes NumPy scalars, but for uint64, and what `np.stack` makes of the arrays."""
    for dtype in "?bBhHiIlLefdFD":
        thresholds = [np.zeros((), dtype), np.ones((), dtype)]
        with np.testing.assert_raises_regex(TypeError, "len.. of unsized object"):
            torch.tensor(thresholds)
        if dtype != "L":
            assert torch.tensor([one[()] for one in thresholds]).tolist() == [0, 1]
        assert torch.tensor(np.stack(thresholds)).tolist() == [0, 1]


def zero_d_tensor_has_no_length():
    """A 0-d tensor has no length and no elements to index or to join with `torch.cat`; `torch.stack` joins 0-d tensors."""
    for dtype in "?bBhHiIlLefdFD":
        loss = torch.from_numpy(np.ones((), dtype))
        with np.testing.assert_raises_regex(TypeError, "len.. of a 0-d tensor"):
            len(loss)
        with np.testing.assert_raises_regex(IndexError, "invalid index of a 0-dim tensor"):
            loss[0]
        with np.testing.assert_raises_regex(RuntimeError, "zero-dimensional tensor .* cannot be concatenated"):
            torch.cat([loss, loss])
        assert torch.stack([loss, loss]).tolist() == [1, 1]


def numpy_integers_are_ints():
    """A NumPy integer of any dtype serves as a Python int in `torch.zeros`, `torch.arange`, `Tensor.view` and `Tensor.repeat`, as `dim=` of `Tensor.sum` and `torch.cat`, as an index of a tensor and as the bound of a slice."""
    table = torch.arange(6).reshape(2, 3)
    for dtype in "bBhHiIlL":
        one, two = np.array([1, 2], dtype)
        for result, plain in (
            (torch.zeros(two, one), torch.zeros(2, 1)),
            (torch.arange(two), torch.arange(2)),
            (table.view(-1, two), table.view(-1, 2)),
            (table.repeat(two, one), table.repeat(2, 1)),
            (table.sum(dim=one), table.sum(dim=1)),
            (torch.cat([table, table], dim=one), torch.cat([table, table], dim=1)),
            (table[one], table[1]),
            (table[:one, one:two], table[:1, 1:2]),
        ):
            assert result.shape == plain.shape
            assert result.equal(plain)


def some_calls_want_an_int():
    """`Tensor.split` and `torch.nn.LSTM` raise a TypeError for a NumPy integer, and `torch.utils.data.DataLoader` a ValueError where it is the `batch_size=`."""
    for dtype in "bBhHiIlL":
        size = np.array(2, dtype)[()]
        with np.testing.assert_raises_regex(TypeError, "must be tuple of ints, not numpy"):
            torch.arange(6).split(size)
        with np.testing.assert_raises_regex(TypeError, "should be of type int"):
            torch.nn.LSTM(size, 1)
        with np.testing.assert_raises_regex(ValueError, "should be a positive integer value"):
            torch.utils.data.DataLoader(torch.arange(6), batch_size=size)


def other_scalars_are_no_sizes():
    """As a size, `torch.zeros` refuses a NumPy float, bool or complex number and an array that has an axis with a TypeError, and takes a 0-d integer array."""
    for dtype in "?efdFD":
        with np.testing.assert_raises_regex(TypeError, "must be tuple of ints, not numpy"):
            torch.zeros(np.array(2, dtype)[()])
    for dtype in "bBhHiIlL":
        with np.testing.assert_raises_regex(TypeError, "must be tuple of ints, not numpy"):
            torch.zeros(np.array([2], dtype))
        assert torch.zeros(np.array(2, dtype)).shape == (2,)


def zero_d_array_is_no_axis():
    """As an axis, a 0-d array raises a RuntimeError in `Tensor.sum`, and a TypeError in `Tensor.unsqueeze`."""
    for dtype in "bBhHiIlL":
        with np.testing.assert_raises_regex(RuntimeError, "INTERNAL ASSERT FAILED"):
            torch.ones(2, 3).sum(dim=np.array(1, dtype))
        with np.testing.assert_raises_regex(TypeError, "must be int, not numpy.ndarray"):
            torch.ones(2, 3).unsqueeze(np.array(1, dtype))


def integer_tensors_are_ints():
    """NumPy takes a tensor with one integer element as a size and as an axis, whatever its shape."""
    table = np.array([[1, 2], [3, 4]])
    for dtype in "bBhHiIlL":
        for shape in (), (1,), (1, 1):
            one = torch.from_numpy(np.ones(shape, dtype))
            assert np.zeros((one, 2)).shape == (1, 2)
            assert np.sum(table, axis=one).tolist() == [3, 7]
