"""Facts of docs/guides/devices.md."""

import numpy as np
import torch


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
