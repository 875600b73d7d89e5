import numpy as np
import torch

features = np.array([[0.5, 1.5], [2.5, 3.5]])
layer = torch.nn.Linear(2, 1)

batch = torch.tensor(features, dtype=torch.float32)
print(features.dtype, batch.dtype, layer.weight.dtype)
print(layer(batch).shape)
