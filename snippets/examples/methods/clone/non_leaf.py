import numpy as np
import torch

start = np.array([1.0, -2.0], dtype=np.float32)
weights = torch.from_numpy(start).clone().requires_grad_()

(weights**2).sum().backward()

print("is leaf:", weights.is_leaf)
print("gradient:", weights.grad)
