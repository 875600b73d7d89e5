# Raises RuntimeError: the array is float64, the layer's weights are float32
import numpy as np
import torch

features = np.array([[5.1, 3.5], [4.9, 3.0]])
layer = torch.nn.Linear(2, 1)
print(features.dtype, layer.weight.dtype)

batch = torch.from_numpy(features.astype(np.float32))
print(layer(batch).dtype)

layer(torch.from_numpy(features))
