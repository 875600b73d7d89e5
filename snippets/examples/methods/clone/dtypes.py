import numpy as np
import torch

for dtype in (np.float64, np.float32, np.int64, np.uint8, np.bool_):
    mask = np.array([True, False, True]).astype(dtype)
    cloned = torch.from_numpy(mask).clone()
    print(f"{mask.dtype!s:8} {cloned.dtype!s:14} {cloned.tolist()}")
