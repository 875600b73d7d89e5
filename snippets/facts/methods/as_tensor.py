"""Facts of docs/methods/as_tensor.md."""

import numpy as np
import torch


def shares_an_array():
    """`torch.as_tensor` of an array shares memory, and keeps the dtype."""
    temperatures = np.array([20.5, 21.0])
    tensor = torch.as_tensor(temperatures)
    tensor[0] = 0.0
    assert temperatures.tolist() == [0.0, 21.0]
    assert tensor.dtype == torch.float64


def copies_for_another_dtype():
    """`torch.as_tensor` copies and casts where `dtype=` is not the array's."""
    temperatures = np.array([20.5, 21.0])
    tensor = torch.as_tensor(temperatures, dtype=torch.float32)
    tensor[0] = 0.0
    assert temperatures[0] == 20.5
    assert tensor.dtype == torch.float32


def the_same_call_may_do_either():
    """The same line shares a float32 array and copies a float64 one: a write through the tensor may or may not reach yours."""
    reached = []
    for dtype in (np.float32, np.float64):
        readings = np.zeros(2, dtype)
        torch.as_tensor(readings, dtype=torch.float32)[0] = 1.0
        reached.append(readings[0] == 1.0)
    assert reached == [True, False]


def copies_to_another_device():
    """`torch.as_tensor` copies to `device=`, or to the default device, where that is not the CPU."""
    temperatures = np.array([20.5, 21.0])
    assert torch.as_tensor(temperatures, device="meta").device.type == "meta"
    torch.set_default_device("meta")
    assert torch.as_tensor(temperatures).device.type == "meta"
    assert torch.as_tensor(temperatures, device="cpu").device.type == "cpu"


def returns_the_tensor_itself():
    """Of a tensor that fits, `torch.as_tensor` returns the tensor itself, with its gradient history."""
    weights = torch.zeros(2, requires_grad=True)
    doubled = weights * 2
    assert torch.as_tensor(doubled) is doubled
    assert torch.as_tensor(doubled, dtype=torch.float64).grad_fn is not None


def copies_lists():
    """A list is copied, with the default dtype for Python floats."""
    levels = [0.25, 0.75]
    tensor = torch.as_tensor(levels)
    tensor[0] = 9.0
    assert levels == [0.25, 0.75]
    assert tensor.dtype == torch.float32


def takes_numpy_scalars():
    """A NumPy scalar gives a 0-d tensor of its dtype."""
    mean = np.array([20.5, 21.5]).mean()
    tensor = torch.as_tensor(mean)
    assert tensor.shape == ()
    assert tensor.dtype == torch.float64
    assert tensor.item() == 21.0


def refuses_what_from_numpy_refuses():
    """`torch.as_tensor` of an array raises where `torch.from_numpy` raises, also if it would copy."""
    samples = np.arange(3.0)
    with np.testing.assert_raises_regex(ValueError, "negative"):
        torch.as_tensor(samples[::-1], dtype=torch.float32)
    with np.testing.assert_raises_regex(TypeError, "can't convert np.ndarray of type"):
        torch.as_tensor(np.array(["cat"]))


def drops_subclasses():
    """A masked array is shared without its mask."""
    readings = np.ma.array([20.5, -999.0], mask=[False, True])
    assert torch.as_tensor(readings).tolist() == [20.5, -999.0]
