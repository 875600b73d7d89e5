import numpy as np
import torch

for dtype in (np.int64, np.float32):
    limits = np.array([10, 20, 30], dtype=dtype)
    limits.flags.writeable = False
    tensor = torch.Tensor(limits)
    tensor[0] = 99
    print(limits)
