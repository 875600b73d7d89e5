import numpy as np
import torch

start = np.array([1.0, -2.0], dtype=np.float32)
late = torch.from_numpy(start).requires_grad_().clone()

(late**2).sum().backward()

print("is leaf:", late.is_leaf)
print("gradient:", late.grad)
