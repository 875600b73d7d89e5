"""Facts of docs/pitfalls/dlpack.md."""

import numpy as np
import torch


def flips_are_reversed():
    """`np.flip`, `np.fliplr`, `np.flipud`, `[::-1]`, and `np.rot90` by one to three quarter turns give views with a negative stride of an array that has elements."""
    image = np.arange(6.0).reshape(2, 3)
    turned = [np.rot90(image, quarters) for quarters in (1, 2, 3)]
    for view in (np.flip(image), np.fliplr(image), np.flipud(image), image[::-1], *turned):
        assert np.shares_memory(view, image)
        assert min(view.strides) < 0


def plain_capsule_refuses_read_only():
    """`ndarray.__dlpack__` without arguments gives a capsule of a writable array of a dtype and layout that DLPack takes, and raises a BufferError for a read-only one."""
    for dtype in "?bBhHiIlLefdFD":
        calibration = np.ones(2, dtype)
        capsule = calibration.__dlpack__()
        assert torch.from_dlpack(capsule).tolist() == [1, 1]
        calibration.flags.writeable = False
        with np.testing.assert_raises_regex(BufferError, "Cannot export readonly array"):
            calibration.__dlpack__()


def torch_drops_the_read_only_flag():
    """`np.from_dlpack` of a read-only array is read-only; by way of `torch.from_dlpack` it is writable."""
    for dtype in "?bBhHiIlLefdFD":
        calibration = np.zeros(2, dtype)
        calibration.flags.writeable = False
        assert not np.from_dlpack(calibration).flags.writeable
        array = np.from_dlpack(torch.from_dlpack(calibration))
        assert array.flags.writeable
        array[0] = 1
        assert calibration[0] == 1


def capsule_is_used_once():
    """A DLPack capsule is an object for one use: the second `torch.from_dlpack` of it raises a RuntimeError."""
    for dtype in "?bBhHiIlLefdFD":
        capsule = np.ones(2, dtype).__dlpack__()
        assert torch.from_dlpack(capsule).tolist() == [1, 1]
        with np.testing.assert_raises_regex(RuntimeError, "consumed only once"):
            torch.from_dlpack(capsule)
