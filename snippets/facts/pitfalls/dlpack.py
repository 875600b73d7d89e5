"""Facts of docs/pitfalls/dlpack.md."""

import numpy as np
import torch


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
