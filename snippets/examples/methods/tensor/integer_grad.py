# Raises RuntimeError: integers have no gradient
import numpy as np
import torch

start = np.array([1, 2, 3])
print(torch.tensor(start, dtype=torch.float32, requires_grad=True))

torch.tensor(start, requires_grad=True)
