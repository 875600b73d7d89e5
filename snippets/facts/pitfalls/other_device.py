"""Facts of docs/pitfalls/other_device.md."""

import warnings

import numpy as np
import torch


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
    """`tensor + array` of a tensor on another device raises the TypeError of `Tensor.numpy`, also for a 0-d array; a NumPy number below 2**63 is taken as a number, and warns only for complex64 and `np.clongdouble`, which lose their imaginary part."""
    for dtype in "?bBhHiIlLefdFDgG":
        levels = np.ones(2, dtype)
        scores = torch.ones(2, device="meta") if dtype in "gG" else torch.as_tensor(levels, device="meta")
        for array in levels, levels[:1].reshape(()):
            with np.testing.assert_raises_regex(TypeError, "can't convert meta device type tensor to numpy"):
                scores + array
        with warnings.catch_warnings(record=True) as caught:
            warnings.simplefilter("always")
            assert (scores + levels[0]).device.type == "meta"
        assert ["imaginary part" in str(warning.message) for warning in caught] == [True] * (dtype in "FG")


def arrays_index_other_devices():
    """An array that has an axis, of any integer dtype but uint8, which is taken for a mask, indexes a tensor on another device, and the result is on that device."""
    scores = torch.ones(3, device="meta")
    for dtype in "bhHiIlL":
        picked = scores[np.array([0, 2], dtype)]
        assert picked.shape == (2,)
        assert picked.device.type == "meta"
    warnings.filterwarnings("ignore", "indexing with dtype torch.uint8")
    assert torch.ones(3)[np.array([0, 0, 0], dtype=np.uint8)].shape == (0,)


def lists_of_tensors_raise():
    """`np.array` of a list of tensors on another device raises the TypeError of `Tensor.numpy`, for 0-d tensors too."""
    for shape in (), (2,):
        losses = [torch.ones(shape, device="meta"), torch.ones(shape, device="meta")]
        with np.testing.assert_raises_regex(TypeError, "can't convert meta device type tensor to numpy"):
            np.array(losses)


def meta_has_no_numbers():
    """`Tensor.cpu` of a tensor on `meta` raises a NotImplementedError: it has no data to copy."""
    for dtype in "?bBhHiIlLefdFD":
        weights = torch.from_numpy(np.ones(2, dtype)).to("meta")
        with np.testing.assert_raises_regex(NotImplementedError, "no data"):
            weights.cpu()
