# Raises RuntimeError: integers have no gradient
import numpy as np
import torch

counts = np.array([3, 1, 2])

print(torch.tensor(counts, dtype=torch.float32, requires_grad=True))
print(torch.tensor(counts, requires_grad=True))
