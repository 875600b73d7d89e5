import numpy as np
import torch

for dtype in (np.float64, np.float32, np.int64, np.uint8, np.bool_):
    array = np.array([0, 1, 1], dtype=dtype)
    tensor = torch.tensor(array)
    print(f"{array.dtype!s:8} {tensor.dtype!s:14} {tensor.tolist()}")
