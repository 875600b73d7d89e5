"""Facts of docs/pitfalls/dlpack.md."""

import numpy as np
import torch


def flips_are_reversed():
    """`np.flip`, `np.fliplr` and `np.rot90` give views with a negative stride, as `[::-1]` does."""
    image = np.arange(6.0).reshape(2, 3)
    for view in (np.flip(image), np.fliplr(image), np.rot90(image), image[::-1]):
        assert np.shares_memory(view, image)
        assert min(view.strides) < 0
        with np.testing.assert_raises_regex(ValueError, "stride.* is negative"):
            torch.from_numpy(view)


def plain_capsule_refuses_read_only():
    """`ndarray.__dlpack__` without arguments raises a BufferError for a read-only array; for any other, `torch.from_dlpack` takes what it gives."""
    calibration = np.array([1.0, 2.0])
    assert torch.from_dlpack(calibration.__dlpack__()).tolist() == [1.0, 2.0]
    calibration.flags.writeable = False
    with np.testing.assert_raises_regex(BufferError, "Cannot export readonly array"):
        torch.from_dlpack(calibration.__dlpack__())


def torch_drops_the_read_only_flag():
    """`np.from_dlpack` of a read-only array is read-only; by way of `torch.from_dlpack` it is writable."""
    calibration = np.array([1.0, 2.0])
    calibration.flags.writeable = False
    assert not np.from_dlpack(calibration).flags.writeable
    array = np.from_dlpack(torch.from_dlpack(calibration))
    assert array.flags.writeable
    array[0] = 9.0
    assert calibration[0] == 9.0


def capsule_is_used_once():
    """A DLPack capsule can be taken once: the second `torch.from_dlpack` of it raises a RuntimeError."""
    capsule = np.array([1.0, 2.0]).__dlpack__()
    assert torch.from_dlpack(capsule).tolist() == [1.0, 2.0]
    with np.testing.assert_raises_regex(RuntimeError, "consumed only once"):
        torch.from_dlpack(capsule)
