# Raises RuntimeError: the array is float64, the layer's weights are float32
import numpy as np
import torch

features = np.array([[5.1, 3.5], [4.9, 3.0]])
layer = torch.nn.Linear(2, 1)

print(layer(torch.as_tensor(features, dtype=torch.float32)).shape)

layer(torch.as_tensor(features))
