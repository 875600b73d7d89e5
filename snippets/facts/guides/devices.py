"""Facts of docs/guides/devices.md."""

import numpy as np
import torch


def cpu_of_a_cpu_tensor_is_itself():
    """`Tensor.cpu` of a tensor that is on the CPU returns that tensor, so the array of its `Tensor.numpy` shares."""
    levels = np.array([0.5, 1.5])
    tensor = torch.from_numpy(levels)
    back = tensor.cpu().numpy()
    back[0] = 9.0
    assert tensor.cpu() is tensor
    assert levels[0] == 9.0


def move_keeps_the_dtype():
    """A move to another device keeps the dtype: a float64 array is float64 there too."""
    features = np.array([0.5, 1.5])
    assert torch.from_numpy(features).to("meta").dtype == torch.float64
    assert torch.as_tensor(features, device="meta").dtype == torch.float64


def move_and_cast_in_one_call():
    """`Tensor.to` and `torch.as_tensor` move and cast in one call."""
    features = np.array([0.5, 1.5])
    for moved in (
        torch.from_numpy(features).to("meta", torch.float32),
        torch.as_tensor(features, dtype=torch.float32, device="meta"),
    ):
        assert (moved.device.type, moved.dtype) == ("meta", torch.float32)


def two_devices_raise():
    """Adding tensors of two devices raises a RuntimeError, unless one is a 0-d tensor on the CPU."""
    scores = torch.ones(2, device="meta")
    with np.testing.assert_raises_regex(RuntimeError, "device"):
        scores + torch.from_numpy(np.array([0.5, 1.5]))
    assert (scores + torch.from_numpy(np.array(0.5))).device.type == "meta"


def array_operand_raises():
    """A tensor on another device plus an array raises the TypeError of `Tensor.numpy`; a NumPy scalar is taken as a number."""
    scores = torch.ones(2, device="meta")
    with np.testing.assert_raises_regex(TypeError, "can't convert meta device type tensor to numpy"):
        scores + np.array([0.5, 1.5])
    assert (scores + np.float64(0.5)).device.type == "meta"


def arrays_index_other_devices():
    """An integer array indexes a tensor on another device, and the result is on that device."""
    scores = torch.ones(3, device="meta")
    picked = scores[np.array([0, 2])]
    assert picked.shape == (2,)
    assert picked.device.type == "meta"


def copy_moves_too():
    """`Tensor.copy_` takes a CPU tensor for a destination on another device, and casts to the destination's dtype."""
    buffer = torch.zeros(2, device="meta")
    filled = buffer.copy_(torch.from_numpy(np.array([0.5, 1.5])))
    assert filled is buffer
    assert (filled.device.type, filled.dtype) == ("meta", torch.float32)


def lists_of_tensors_raise():
    """`np.array` of a list of tensors on another device raises the TypeError of `Tensor.numpy`, for 0-d tensors too."""
    losses = [torch.tensor(0.5, device="meta"), torch.tensor(0.25, device="meta")]
    with np.testing.assert_raises_regex(TypeError, "can't convert meta device type tensor to numpy"):
        np.array(losses)
    assert torch.stack(losses).device.type == "meta"
