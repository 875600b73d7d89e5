# Raises TypeError: as_tensor has no such argument
import numpy as np
import torch

start = np.array([0.5, -0.5])

print(torch.as_tensor(start).requires_grad_())

torch.as_tensor(start, requires_grad=True)
