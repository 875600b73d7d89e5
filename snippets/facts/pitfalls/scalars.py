"""Facts of docs/pitfalls/scalars.md."""

import math
import warnings

import numpy as np
import torch


def list_of_tensors_needs_stack():
    """`torch.tensor` of a list of tensors raises a ValueError unless each has one element; `torch.stack` joins tensors of one shape."""
    readings = [torch.tensor([0.1, 0.2]), torch.tensor([0.3, 0.4])]
    with np.testing.assert_raises_regex(ValueError, "only one element tensors can be converted to Python scalars"):
        torch.tensor(readings)
    assert torch.tensor([torch.tensor([1.0]), torch.tensor([2.0])]).tolist() == [1.0, 2.0]
    assert torch.stack(readings).shape == (2, 2)


def list_of_losses_loses_the_graph():
    """Tensors that require grad lose their graph in a list for `torch.tensor`, with a UserWarning; `torch.stack` keeps it."""
    weight = torch.tensor(2.0, requires_grad=True)
    with warnings.catch_warnings(record=True) as caught:
        warnings.simplefilter("always")
        copied = torch.tensor([weight * 0.5, weight * 0.25])
    assert not copied.requires_grad and "requires_grad=True to a scalar" in str(caught[0].message)
    torch.stack([weight * 0.5, weight * 0.25]).sum().backward()
    assert weight.grad == 0.75


def float_needs_one_element():
    """`float`, `int` and functions of `math` take a tensor of one element, and raise the same ValueError for two."""
    pair = torch.tensor([1.0, 4.0])
    assert float(pair[1:]) == 4.0 and math.sqrt(pair[1:]) == 2.0
    for convert in (float, int, math.sqrt):
        with np.testing.assert_raises_regex(ValueError, "only one element tensors can be converted to Python scalars"):
            convert(pair)


def item_says_it_otherwise():
    """`Tensor.item` of two elements raises a RuntimeError in other words: a Tensor with 2 elements cannot be converted to Scalar."""
    with np.testing.assert_raises_regex(RuntimeError, "a Tensor with 2 elements cannot be converted to Scalar"):
        torch.tensor([1.0, 4.0]).item()


def element_of_an_array_takes_one():
    """An element of an array takes a tensor of one element, and of two it raises the same ValueError."""
    table = np.zeros(2)
    table[0] = torch.tensor([5.0])
    assert table.tolist() == [5.0, 0.0]
    with np.testing.assert_raises_regex(ValueError, "only one element tensors can be converted to Python scalars"):
        table[1] = torch.tensor([1.0, 4.0])


def from_numpy_takes_no_scalar():
    """`torch.from_numpy` refuses an element or a mean of an array, and takes a slice of length 1, or `np.asarray` of the number."""
    readings = np.array([0.25, 0.75])
    for scalar in (readings[0], readings.mean()):
        with np.testing.assert_raises_regex(TypeError, r"expected np.ndarray \(got numpy.float64\)"):
            torch.from_numpy(scalar)
    assert torch.from_numpy(readings[:1]).tolist() == [0.25]
    assert torch.from_numpy(np.asarray(readings.mean())).item() == 0.5


def ellipsis_keeps_an_array():
    """`readings[1, ...]` is a 0-d array, not a number: its tensor shares with `readings`."""
    readings = np.array([0.25, 0.75])
    torch.from_numpy(readings[1, ...]).fill_(9.0)
    assert readings.tolist() == [0.25, 9.0]


def list_of_zero_d_arrays_raises():
    """`torch.tensor` of a list of 0-d arrays raises a TypeError, where NumPy scalars or `np.stack` of the arrays work."""
    thresholds = [np.array(0.25), np.array(0.75)]
    with np.testing.assert_raises_regex(TypeError, "len.. of unsized object"):
        torch.tensor(thresholds)
    assert torch.tensor([one[()] for one in thresholds]).tolist() == [0.25, 0.75]
    assert torch.tensor(np.stack(thresholds)).tolist() == [0.25, 0.75]


def zero_d_tensor_has_no_length():
    """A 0-d tensor has no length and no elements to index or to join with `torch.cat`; `torch.stack` joins 0-d tensors."""
    loss = torch.from_numpy(np.array(0.25))
    with np.testing.assert_raises_regex(TypeError, "len.. of a 0-d tensor"):
        len(loss)
    with np.testing.assert_raises_regex(IndexError, "invalid index of a 0-dim tensor"):
        loss[0]
    with np.testing.assert_raises_regex(RuntimeError, "zero-dimensional tensor .* cannot be concatenated"):
        torch.cat([loss, loss])
    assert torch.stack([loss, loss]).tolist() == [0.25, 0.25]
