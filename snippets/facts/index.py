"""Facts of docs/index.md."""

import numpy as np
import torch


def tensor_copies():
    """`torch.tensor` copies the array's values and keeps its dtype: neither side reads the other's writes."""
    for dtype in "?bBhHiIlLefdFD":
        array = np.array([0, 1, 0], dtype)
        tensor = torch.tensor(array)
        array[0] = 1
        tensor[2] = 1
        assert tensor.tolist() == [0, 1, 1]
        assert array.tolist() == [1, 1, 0]
        assert str(tensor.dtype) == f"torch.{array.dtype}"


def numpy_shares():
    """`Tensor.numpy` gives an array that shares the tensor's memory and has its dtype: a write on either side is read on the other."""
    for dtype in "?bBhHiIlLefdFD":
        tensor = torch.tensor(np.zeros(3, dtype))
        array = tensor.numpy()
        tensor[0] = 1
        array[2] = 1
        assert tensor.tolist() == array.tolist() == [1, 0, 1]
        assert array.dtype == dtype


def shares_memory_tells():
    """Of an array that is not empty, `np.shares_memory` says which you have: True for a tensor that shares with it, False for a copy."""
    for dtype in "?bBhHiIlLefdFD":
        samples = np.zeros((4, 6), dtype)
        for array in (samples, samples.T, samples[1:, ::2], samples[0, 0, ...]):
            assert np.shares_memory(array, torch.from_numpy(array).numpy())
            assert not np.shares_memory(array, torch.tensor(array).numpy())
