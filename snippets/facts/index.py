"""Facts of docs/index.md."""

import numpy as np
import torch


def shares_memory_tells():
    """Of an array that is not empty and a tensor that NumPy can read, `np.shares_memory` says which you have: True if the tensor shares with the array, False if it is a copy."""
    for dtype in "?bBhHiIlLefdFD":
        samples = np.zeros((4, 6), dtype)
        for array in (samples, samples.T, samples[1:, ::2], samples[0, 0, ...]):
            assert np.shares_memory(array, torch.from_numpy(array))
            assert not np.shares_memory(array, torch.tensor(array))
