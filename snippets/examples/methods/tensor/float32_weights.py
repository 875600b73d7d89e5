# Raises RuntimeError: float64 features meet float32 weights
import numpy as np
import torch

features = np.array([[20.5, 0.4], [21.0, 0.5], [19.5, 0.3]])
layer = torch.nn.Linear(2, 1)

print(features.dtype, layer.weight.dtype)
print(layer(torch.tensor(features, dtype=torch.float32)).shape)
print(layer(torch.tensor(features)).shape)
