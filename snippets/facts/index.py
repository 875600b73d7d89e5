"""Facts of docs/index.md."""

import numpy as np
import torch


def shares_memory_tells():
    """Of an array that is not empty, `np.shares_memory` says which you have: True for a tensor that shares with it, False for a copy."""
    for dtype in "?bBhHiIlLefdFD":
        samples = np.zeros((4, 6), dtype)
        for array in (samples, samples.T, samples[1:, ::2], samples[0, 0, ...]):
            assert np.shares_memory(array, torch.from_numpy(array).numpy())
            assert not np.shares_memory(array, torch.tensor(array).numpy())
