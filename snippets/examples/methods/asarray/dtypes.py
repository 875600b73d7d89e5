import numpy as np
import torch

for dtype in (np.float64, np.float32, np.int64, np.uint8):
    array = np.array([0, 1, 2], dtype=dtype)
    tensor = torch.asarray(array)
    print(f"{array.dtype.name:8} {tensor.dtype!s:14} {torch.asarray(array, dtype=torch.float32).dtype}")
