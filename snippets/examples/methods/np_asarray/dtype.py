import numpy as np
import torch

pixels = torch.tensor([0, 128, 255]).byte()

for dtype in np.uint8, np.float32:
    array = np.asarray(pixels, dtype=dtype)
    shared = np.shares_memory(array, pixels)
    print(array.dtype, "shares:", shared)
