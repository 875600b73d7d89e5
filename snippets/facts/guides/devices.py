"""Facts of docs/guides/devices.md."""

import numpy as np
import torch


def cpu_of_a_cpu_tensor_is_itself():
    """`Tensor.cpu` without arguments, of a tensor that is on the CPU, returns that tensor, so the array of its `Tensor.numpy` shares."""
    for dtype in "?bBhHiIlLefdFD":
        levels = np.zeros(2, dtype)
        tensor = torch.from_numpy(levels)
        back = tensor.cpu().numpy()
        back[0] = 1
        assert tensor.cpu() is tensor
        assert levels[0] == 1


def move_keeps_the_dtype():
    """A move to another device keeps the dtype: a float64 array is float64 there too."""
    for dtype in "?bBhHiIlLefdFD":
        features = np.zeros(2, dtype)
        tensor = torch.from_numpy(features)
        assert tensor.to("meta").dtype == torch.as_tensor(features, device="meta").dtype == tensor.dtype


def move_and_cast_in_one_call():
    """`Tensor.to` and `torch.as_tensor` move and cast integers and floats in one call."""
    for dtype in "bBhHiIlLefd":
        features = np.zeros(2, dtype)
        for target in torch.float32, torch.float16:
            for moved in (
                torch.from_numpy(features).to("meta", target),
                torch.as_tensor(features, dtype=target, device="meta"),
            ):
                assert (moved.device.type, moved.dtype) == ("meta", target)


def copy_moves_too():
    """`Tensor.copy_` takes a CPU tensor for a destination on another device, and keeps the destination's dtype."""
    buffer = torch.zeros(2, device="meta")
    for dtype in "?bBhHiIlLefd":
        filled = buffer.copy_(torch.from_numpy(np.ones(2, dtype)))
        assert filled is buffer
        assert (filled.device.type, filled.dtype) == ("meta", torch.float32)


def arrays_are_not_pinned_by_tensor():
    """`torch.tensor` with `pin_memory=True` refuses an array."""
    for dtype in "?bBhHiIlLefdFD":
        for shape in (2, 3), (0,), ():
            with np.testing.assert_raises_regex(RuntimeError, "Can't pin tensor constructed from numpy"):
                torch.tensor(np.zeros(shape, dtype), pin_memory=True)
