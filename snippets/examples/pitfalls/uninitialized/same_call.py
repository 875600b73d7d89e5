import numpy as np
import torch

values = 5, np.int64(5), np.array(5), [5], np.array([5]), np.array(5.0)
for value in values:
    shape = tuple(torch.Tensor(value).shape)
    print(f"{value!r} gives the shape {shape}")
