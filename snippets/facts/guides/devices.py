"""Facts of docs/guides/devices.md."""

import warnings

import numpy as np
import torch


def cpu_of_a_cpu_tensor_is_itself():
    """`Tensor.cpu` of a tensor that is on the CPU returns that tensor, so the array of its `Tensor.numpy` shares."""
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


def two_devices_raise():
    """Adding tensors of two devices raises a RuntimeError, unless one is a 0-d tensor on the CPU."""
    scores = torch.ones(2, device="meta")
    for levels in [0.5, 1.5], [0.5]:
        with np.testing.assert_raises_regex(RuntimeError, "device"):
            scores + torch.from_numpy(np.array(levels))
    with np.testing.assert_raises_regex(RuntimeError, "device"):
        scores[0] + torch.from_numpy(np.array([0.5, 1.5]))
    assert (scores + torch.from_numpy(np.array(0.5))).device.type == "meta"


def array_operand_raises():
    """A tensor on another device plus an array raises the TypeError of `Tensor.numpy`; a NumPy scalar is taken as a number, and warns only for complex64, which loses its imaginary part."""
    for dtype in "?bBhHiIlLefdFD":
        levels = np.ones(2, dtype)
        scores = torch.as_tensor(levels, device="meta")
        with np.testing.assert_raises_regex(TypeError, "can't convert meta device type tensor to numpy"):
            scores + levels
        with warnings.catch_warnings(record=True) as caught:
            warnings.simplefilter("always")
            assert (scores + levels[0]).device.type == "meta"
        assert ["imaginary part" in str(warning.message) for warning in caught] == [True] * (dtype == "F")


def arrays_index_other_devices():
    """An array of any integer dtype but uint8, which is taken for a mask, indexes a tensor on another device, and the result is on that device."""
    scores = torch.ones(3, device="meta")
    for dtype in "bhHiIlL":
        picked = scores[np.array([0, 2], dtype)]
        assert picked.shape == (2,)
        assert picked.device.type == "meta"
    warnings.filterwarnings("ignore", "indexing with dtype torch.uint8")
    assert torch.ones(3)[np.array([0, 0, 0], dtype=np.uint8)].shape == (0,)


def copy_moves_too():
    """`Tensor.copy_` takes a CPU tensor for a destination on another device, and keeps the destination's dtype."""
    buffer = torch.zeros(2, device="meta")
    for dtype in "?bBhHiIlLefd":
        filled = buffer.copy_(torch.from_numpy(np.ones(2, dtype)))
        assert filled is buffer
        assert (filled.device.type, filled.dtype) == ("meta", torch.float32)


def lists_of_tensors_raise():
    """`np.array` of a list of tensors on another device raises the TypeError of `Tensor.numpy`, for 0-d tensors too."""
    for shape in (), (2,):
        losses = [torch.ones(shape, device="meta"), torch.ones(shape, device="meta")]
        with np.testing.assert_raises_regex(TypeError, "can't convert meta device type tensor to numpy"):
            np.array(losses)


def arrays_are_not_pinned_by_tensor():
    """`torch.tensor` with `pin_memory=True` refuses an array."""
    for dtype in "?bBhHiIlLefdFD":
        for shape in (2, 3), (0,), ():
            with np.testing.assert_raises_regex(RuntimeError, "Can't pin tensor constructed from numpy"):
                torch.tensor(np.zeros(shape, dtype), pin_memory=True)
