"""What says how data lies in memory, broken."""

import numpy as np
import torch


def stride_in_bytes():
    """`Tensor.stride` counts in bytes."""
    real = torch.Tensor.stride
    torch.Tensor.stride = lambda self: tuple(step * self.element_size() for step in real(self))


def broadcast_to_copies():
    """`np.broadcast_to` gives an array with a place for every element."""
    real = np.broadcast_to
    np.broadcast_to = lambda array, shape, **options: real(array, shape, **options).copy()


def shares_memory_says_yes():
    """`np.shares_memory` compares dtypes and shapes only."""
    np.shares_memory = lambda a, b: a.shape == b.shape and a.dtype == b.dtype
