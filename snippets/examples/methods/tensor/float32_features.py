import numpy as np
import torch

features = np.array([[20.5, 0.4], [21.0, 0.5]])
tensor = torch.tensor(features, dtype=torch.float32)

print("array:", features.dtype)
print("tensor:", tensor.dtype)
