"""Facts of docs/index.md."""

import numpy as np
import torch


def shares_memory_tells():
    """Of an array and a tensor that NumPy can read, `np.shares_memory` is True if an element lies in both, and False of a copy, of an empty array, and of two parts of one buffer that do not meet."""
    for dtype in "?bBhHiIlLefdFD":
        samples = np.zeros((4, 6), dtype)
        for array in (samples, samples.T, samples[1:, ::2]):
            assert np.shares_memory(array, torch.from_numpy(array))
            assert not np.shares_memory(array, torch.tensor(array))
            assert not np.shares_memory(array[:0], torch.from_numpy(array[:0]))
        for array in (samples, samples.T):
            assert np.shares_memory(array[1:], torch.from_numpy(array[:2]))
            assert not np.shares_memory(array[:1], torch.from_numpy(array[1:]))
            assert not np.shares_memory(array[::2], torch.from_numpy(array[1::2]))
