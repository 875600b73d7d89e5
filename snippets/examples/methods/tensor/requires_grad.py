import numpy as np
import torch

start = np.array([1.0, -2.0], dtype=np.float32)
weights = torch.tensor(start, requires_grad=True)

(weights**2).sum().backward()
print(weights.is_leaf, weights.grad)

with torch.no_grad():
    weights -= 0.5 * weights.grad
print(weights)
print(start)
