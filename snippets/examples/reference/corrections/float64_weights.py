import numpy as np
import torch

features = np.array([[1.75, 68.0], [1.62, 55.5]])
layer = torch.nn.Linear(2, 1)
inputs = torch.from_numpy(features)

print("inputs:", inputs.dtype)
print("weights:", layer.weight.dtype)
print("output:", layer(inputs.to(torch.float32)).shape)
