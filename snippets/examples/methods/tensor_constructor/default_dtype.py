import numpy as np
import torch

levels = np.array([1.0, 2.0], np.float32)

for default in (torch.float32, torch.float64):
    torch.set_default_dtype(default)
    tensor = torch.Tensor(levels)
    tensor[0] += 8
    print("tensor:", tensor.dtype)
    print("array:", levels)
