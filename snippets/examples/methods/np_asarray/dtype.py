import numpy as np
import torch

pixels = torch.tensor([0, 128, 255], dtype=torch.uint8)

for dtype in np.uint8, np.float32, np.int64:
    array = np.asarray(pixels, dtype=dtype)
    print(array, array.dtype, np.shares_memory(array, pixels))
