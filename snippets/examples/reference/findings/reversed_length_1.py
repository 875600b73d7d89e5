# Raises ValueError: the stride of an axis of length 1 is looked at
import numpy as np
import torch

batch = np.arange(4.0).reshape(1, 4)
flipped = batch[::-1]
print(flipped.flags.c_contiguous, flipped.strides)
torch.from_numpy(np.ascontiguousarray(flipped))
