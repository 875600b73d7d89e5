"""Facts of docs/methods/asarray.md."""

import array
import warnings

import numpy as np
import torch


def shares_what_it_can():
    """`torch.asarray` of an array shares memory, unless `dtype=`, `device=` or `copy=True` asks for something else."""
    levels = np.zeros(3, np.float32)
    torch.asarray(levels)[0] = 1.0
    torch.asarray(levels, dtype=torch.float64)[1] = 1.0
    assert levels.tolist() == [1.0, 0.0, 0.0]


def copy_true_copies():
    """`torch.asarray` with `copy=True` always copies."""
    levels = np.zeros(3, np.float32)
    torch.asarray(levels, copy=True)[0] = 1.0
    assert levels[0] == 0.0


def copy_false_shares():
    """`torch.asarray` with `copy=False` shares, or raises."""
    levels = np.zeros(3, np.float32)
    torch.asarray(levels, copy=False)[0] = 1.0
    assert levels[0] == 1.0


def copy_false_refuses_another_dtype():
    """`copy=False` with another dtype raises a ValueError rather than copy."""
    levels = np.zeros(3, np.float32)
    with np.testing.assert_raises_regex(ValueError, "can't alias tensor with dtype"):
        torch.asarray(levels, dtype=torch.float64, copy=False)


def copy_false_refuses_lists():
    """`copy=False` of a list raises a ValueError: there is no memory to share."""
    with np.testing.assert_raises_regex(ValueError, "can't alias arbitrary sequence"):
        torch.asarray([1.0, 2.0], copy=False)


def keeps_the_dtype_of_an_array():
    """The dtype of an array is kept, where a list of Python floats gets the default dtype."""
    assert torch.asarray(np.array([20.5, 21.0])).dtype == torch.float64
    assert torch.asarray([20.5, 21.0]).dtype == torch.float32


def buffers_are_regrouped():
    """A buffer that is not an array is read as bytes in the default dtype: two doubles become four float32 numbers."""
    samples = array.array("d", [1, 2])
    assert torch.asarray(samples).tolist() == [0.0, 1.875, 0.0, 2.0]


def buffers_take_a_dtype():
    """With the right `dtype=`, a buffer such as `array.array` or `bytearray` is shared as the numbers that it holds."""
    samples = array.array("d", [1, 2])
    tensor = torch.asarray(samples, dtype=torch.float64)
    tensor[0] = 9.0
    assert samples[0] == 9.0
    assert torch.asarray(bytearray(b"ab"), dtype=torch.uint8).tolist() == [97, 98]


def takes_dlpack_objects():
    """`torch.asarray` takes whatever has `__dlpack__`, and shares it."""

    class Samples:
        def __init__(self):
            self.values = np.zeros(2)

        def __dlpack__(self, **options):
            return self.values.__dlpack__(**options)

        def __dlpack_device__(self):
            return self.values.__dlpack_device__()

    samples = Samples()
    torch.asarray(samples)[0] = 1.0
    assert samples.values[0] == 1.0


def returns_the_tensor_itself():
    """Of a tensor that fits, `torch.asarray` returns the tensor itself."""
    scores = torch.zeros(2)
    assert torch.asarray(scores) is scores
    assert torch.asarray(scores, copy=True) is not scores


def sets_requires_grad():
    """`requires_grad=True` makes a leaf that shares with the array."""
    start = np.array([1.0, 2.0])
    weights = torch.asarray(start, requires_grad=True)
    assert weights.requires_grad and weights.is_leaf
    weights.sum().backward()
    assert weights.grad.tolist() == [1.0, 1.0]
    assert np.shares_memory(weights.detach().numpy(), start)


def keeps_requires_grad():
    """Of a tensor that requires grad, the result requires it too, with a warning, since older releases detached it."""
    weights = torch.zeros(2, requires_grad=True)
    with warnings.catch_warnings(record=True) as caught:
        warnings.simplefilter("always")
        assert torch.asarray(weights).requires_grad
    assert any("now defaults to obj.requires_grad" in str(one.message) for one in caught)


def follows_default_device():
    """`torch.asarray` of an array copies to the default device."""
    torch.set_default_device("meta")
    assert torch.asarray(np.zeros(2)).device.type == "meta"


def refuses_reversed_even_to_copy():
    """A reversed array raises a ValueError, with `copy=True` too."""
    samples = np.arange(3.0)
    for copy in (None, True):
        with np.testing.assert_raises_regex(ValueError, "negative"):
            torch.asarray(samples[::-1], copy=copy)


def copy_true_does_not_warn():
    """A read-only array is shared with a warning; with `copy=True` there is none."""
    frozen = np.array([1.0, 2.0])
    frozen.flags.writeable = False
    with warnings.catch_warnings():
        warnings.simplefilter("error")
        torch.asarray(frozen, copy=True)[0] = 9.0
    with warnings.catch_warnings(record=True) as caught:
        warnings.simplefilter("always")
        torch.asarray(frozen)[1] = 9.0
    assert len(caught) == 1
    assert frozen.tolist() == [1.0, 9.0]
