# Raises AssertionError: the function changes its input
import numpy as np
import torch


def normalize(samples):
    tensor = torch.from_numpy(samples)
    return tensor.sub_(tensor.mean())


samples = np.array([1.0, 2.0, 3.0])
assert not np.shares_memory(samples, normalize(samples)), "shares with its input"
