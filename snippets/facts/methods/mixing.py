"""Facts of docs/methods/mixing.md."""

import numpy as np
import torch


def tensor_on_both_sides_writes_in_place():
    """`tensor += torch.from_numpy(array)` writes into the tensor, and keeps its dtype."""
    total = torch.zeros(2)
    alias = total
    total += torch.from_numpy(np.array([1.0, 2.0]))
    assert alias.tolist() == [1.0, 2.0]
    assert alias.dtype == torch.float32
    assert total is alias


def mean_of_the_array_works():
    """`np.mean` and `np.sum` of `tensor.numpy()` work, and give NumPy scalars of the tensor's dtype."""
    losses = torch.tensor([0.5, 0.25])
    assert type(np.mean(losses.numpy())) is np.float32
    assert np.sum(losses.numpy()) == 0.75
