# Raises RuntimeError: the array is float64, the weights are float32
import numpy as np
import torch

features = np.array([[1.75, 68.0], [1.62, 55.5]])
layer = torch.nn.Linear(2, 1)

inputs = torch.from_numpy(features)
print(inputs.dtype, layer.weight.dtype)
print(layer(inputs.to(torch.float32)).shape)
layer(inputs)
