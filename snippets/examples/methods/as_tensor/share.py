import numpy as np
import torch

levels = np.array([0.25, 0.5, 0.75])
tensor = torch.as_tensor(levels)

levels[0] = 0.0
tensor[2] = 9.0

print("tensor:", tensor.tolist())
print("array:", levels.tolist())
print("dtype:", tensor.dtype)
