# Raises RuntimeError: the array holds integers
import numpy as np
import torch

counts = np.array([1, 2])

print(torch.asarray(counts, dtype=torch.float32, requires_grad=True))

torch.asarray(counts, requires_grad=True)
