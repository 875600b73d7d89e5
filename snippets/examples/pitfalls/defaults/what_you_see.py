# Raises RuntimeError: the default dtype does not reach the array
import numpy as np
import torch

torch.set_default_dtype(torch.float32)
features = torch.from_numpy(np.array([[0.5, 1.5]]))
print("from_numpy:", features.dtype)

torch.nn.Linear(2, 1)(features)
