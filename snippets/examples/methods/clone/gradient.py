import numpy as np
import torch

start = np.array([1.0, -2.0])
weights = torch.from_numpy(start).clone().requires_grad_()

(weights.clone() ** 2).sum().backward()

print(weights.is_leaf, weights.grad)
print(weights.clone().requires_grad)
print(weights.detach().clone().requires_grad)
