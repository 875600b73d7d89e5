# Raises TypeError: a layer takes tensors
import numpy as np
import torch

model = torch.nn.Linear(2, 1)
rows = np.array([[0.5, 1.5], [2.5, 0.0]])
print(model(rows))
