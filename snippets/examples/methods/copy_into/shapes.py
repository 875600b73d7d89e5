# Raises RuntimeError: the shapes differ, and cannot be broadcast.
import numpy as np
import torch

batch = torch.zeros(2, 3)
batch.copy_(torch.from_numpy(np.array([1.0, 2.0, 3.0])))
print(batch)

batch.copy_(torch.from_numpy(np.zeros((3, 2))))
