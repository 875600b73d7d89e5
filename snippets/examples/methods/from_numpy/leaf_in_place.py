# Raises RuntimeError: autograd forbids an in-place change of a leaf
import numpy as np
import torch

weights = np.array([0.5, -0.5], dtype=np.float32)
tensor = torch.from_numpy(weights).requires_grad_()

weights[0] = 1.0
with torch.no_grad():
    tensor[1] = 2.0
print(tensor)

tensor[1] = 3.0
