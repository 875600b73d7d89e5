"""Facts of docs/pitfalls/uninitialized.md."""

import numpy as np
import torch


def deterministic_fills_with_nan():
    """Under `torch.use_deterministic_algorithms`, memory without values is filled with NaN, also that of `torch.Tensor(5)`."""
    torch.use_deterministic_algorithms(True)
    assert torch.Tensor(np.int64(5)).isnan().all()
    assert torch.Tensor(5).isnan().all()


def deterministic_fills_integers_with_the_largest():
    """In an integer dtype, `torch.use_deterministic_algorithms` fills memory without values with the largest number of the dtype."""
    torch.use_deterministic_algorithms(True)
    assert torch.ShortTensor(np.int64(2)).tolist() == [32767, 32767]


def bracket_makes_it_a_value():
    """In a list, the number is a value: `torch.Tensor([5])` holds 5.0, where `torch.Tensor(5)` has the length 5."""
    count = np.int64(5)
    assert torch.Tensor([count]).tolist() == [5.0]
    assert torch.Tensor(count).shape == (5,)


def two_integers_are_a_shape():
    """`torch.Tensor` takes two integers for a shape, and a tuple of them for two values."""
    image = np.zeros((2, 3))
    assert torch.Tensor(*image.shape).shape == (2, 3)
    assert torch.Tensor(image.shape).tolist() == [2.0, 3.0]


def negative_length_raises():
    """A negative NumPy integer makes `torch.Tensor` raise a RuntimeError that speaks of a negative dimension."""
    with np.testing.assert_raises_regex(RuntimeError, "Trying to create tensor with negative dimension -3"):
        torch.Tensor(np.int64(-3))


def new_tensor_takes_the_value():
    """`Tensor.new_tensor` takes a NumPy integer for a value, where the older `Tensor.new` takes it for a length."""
    weights = torch.zeros(2)
    assert weights.new_tensor(np.int64(5)).tolist() == 5.0
    assert weights.new(np.int64(5)).shape == (5,)
