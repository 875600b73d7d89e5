# Raises TypeError: the legacy constructor takes no requires_grad=
import numpy as np
import torch

weights = np.array([0.5, 0.25])
print(torch.tensor(weights, dtype=torch.float32, requires_grad=True))

torch.Tensor(weights, requires_grad=True)
