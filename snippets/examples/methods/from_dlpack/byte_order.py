# Raises BufferError: the array is big-endian
import numpy as np
import torch

heights = np.array([1, 2], dtype=">i2")
print(torch.from_dlpack(heights.astype(np.int16)))
torch.from_dlpack(heights)
