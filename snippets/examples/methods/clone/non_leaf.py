import numpy as np
import torch

start = np.array([1.0, -2.0])
weights = torch.from_numpy(start).clone().requires_grad_()
late = torch.from_numpy(start).requires_grad_().clone()

weights.sum().backward()
late.sum().backward()

print(weights.is_leaf, weights.grad)
print(late.is_leaf, late.grad)
