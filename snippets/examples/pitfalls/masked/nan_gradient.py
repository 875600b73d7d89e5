import numpy as np
import torch

depths = torch.from_numpy(np.array([20.5, np.nan, 21.5]))
known = ~depths.isnan()
filled = torch.where(known, depths, 0.0)

for name, inputs in {"filled": filled, "NaN left": depths}.items():
    weights = torch.ones(3, dtype=torch.float64, requires_grad=True)
    (weights * inputs)[known].sum().backward()
    print(f"{name}: {weights.grad}")
