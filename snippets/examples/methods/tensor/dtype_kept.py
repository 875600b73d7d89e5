import numpy as np
import torch

counts = np.array([0, 1, 2])

for dtype in (np.float64, np.float32, np.int64, np.uint8, np.bool_):
    array = counts.astype(dtype)
    print(array.dtype, torch.tensor(array))
