import numpy as np
import torch

depths = torch.from_numpy(np.array([20.5, np.nan, 21.5]))
known = ~depths.isnan()

for inputs in (depths, torch.where(known, depths, 0.0)):
    weights = torch.ones(3, dtype=torch.float64, requires_grad=True)
    (weights * inputs)[known].sum().backward()
    print(weights.grad)
