# Raises AssertionError: np.rot90 gives a view with a negative stride
import numpy as np
import torch


def share(array):
    assert array.flags.writeable, "read-only"
    assert min(array.strides, default=0) >= 0, f"strides {array.strides}"
    return torch.from_dlpack(array)


share(np.rot90(np.arange(6.0).reshape(2, 3)))
