"""Facts of docs/pitfalls/dlpack.md."""

import numpy as np
import torch


def flips_are_reversed():
    """`np.flip`, `np.fliplr`, `np.flipud`, `[::-1]`, and `np.rot90` by one to three quarter turns give views with a negative stride of an image."""
    image = np.arange(6.0).reshape(2, 3)
    turned = [np.rot90(image, quarters) for quarters in (1, 2, 3)]
    for view in (np.flip(image), np.fliplr(image), np.flipud(image), image[::-1], *turned):
        assert np.shares_memory(view, image)
        assert min(view.strides) < 0


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
