import numpy as np
import torch
from scipy.optimize import minimize


def loss(values, dtype):
    weights = torch.tensor(values, dtype=dtype)
    return ((weights - 3) ** 2).sum().item()


for dtype in torch.float32, torch.float64:
    found = minimize(loss, np.ones(2), args=(dtype,))
    print(dtype, found.success, found.x.round(3))
