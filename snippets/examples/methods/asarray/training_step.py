import numpy as np
import torch

for copy in (False, True):
    start = np.array([0.5, -0.5], dtype=np.float32)
    weights = torch.asarray(start, copy=copy, requires_grad=True)
    weights.square().sum().backward()
    with torch.no_grad():
        weights -= 0.25 * weights.grad
    print(weights)
    print(start)
