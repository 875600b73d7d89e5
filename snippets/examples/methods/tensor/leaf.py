import numpy as np
import torch

start = np.array([0.5, -0.5], dtype=np.float32)
weights = torch.tensor(start, requires_grad=True)

weights.square().sum().backward()
with torch.no_grad():
    weights -= 0.1 * weights.grad

print(weights)
print(weights.is_leaf, weights.grad)
print(start)
