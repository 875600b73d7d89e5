import numpy as np
import torch

for dtype in (np.float32, np.float64):
    start = np.array([0.5, -0.5], dtype)
    weights = torch.as_tensor(start, dtype=torch.float32).requires_grad_()
    weights.square().sum().backward()
    with torch.no_grad():
        weights -= 0.25 * weights.grad
    print(weights)
    print(start)
