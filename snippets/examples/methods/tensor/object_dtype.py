# Raises TypeError: object arrays have no dtype in torch
import numpy as np
import torch

table = np.array([[20.5, "ok"], [21.0, "low"]], dtype=object)
readings = table[:, 0]

print(readings, readings.dtype)
print(torch.tensor(readings.astype(np.float32)))
print(torch.tensor(readings))
