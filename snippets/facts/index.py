"""Facts of docs/index.md."""

import numpy as np
import torch


def from_numpy_shares():
    """`torch.from_numpy` gives a tensor that shares the array's memory and has its dtype: a write on either side is read on the other."""
    temperatures = np.array([20.5, 21.0, 22.5])
    tensor = torch.from_numpy(temperatures)
    temperatures[0] = 0
    tensor[2] = 99
    assert tensor.tolist() == temperatures.tolist() == [0.0, 21.0, 99.0]
    assert tensor.dtype == torch.float64


def tensor_copies():
    """`torch.tensor` copies the array's values and keeps its dtype: neither side reads the other's writes."""
    samples = np.array([-3, 0, 12], dtype=np.int16)
    tensor = torch.tensor(samples)
    samples[0] = 100
    tensor[2] = -100
    assert tensor.tolist() == [-3, 0, -100]
    assert samples.tolist() == [100, 0, 12]
    assert tensor.dtype == torch.int16


def numpy_shares():
    """`Tensor.numpy` gives an array that shares the tensor's memory and has its dtype."""
    scores = torch.tensor([0.25, 0.75, 0.5])
    array = scores.numpy()
    scores[0] = 1
    array[2] = 0
    assert scores.tolist() == array.tolist() == [1.0, 0.75, 0.0]
    assert array.dtype == np.float32


def shares_memory_tells():
    """`np.shares_memory` says which you have: True for a tensor that shares with the array, False for a copy."""
    samples = np.zeros(3)
    assert np.shares_memory(samples, torch.from_numpy(samples).numpy())
    assert not np.shares_memory(samples, torch.tensor(samples).numpy())
