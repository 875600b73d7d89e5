# Raises RuntimeError: the copy is transposed in memory
import numpy as np
import torch

grid = np.array([[1, 2, 3], [4, 5, 6]])
transposed = torch.from_numpy(grid.T)

print(transposed.clone(memory_format=torch.contiguous_format).view(-1))
print(transposed.clone().view(-1))
