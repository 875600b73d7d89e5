# Raises ValueError: the stride of an axis of length 1 is looked at
import numpy as np
import torch

flipped = np.arange(4.0).reshape(1, 4)[::-1]
print("C-contiguous:", flipped.flags.c_contiguous)
print("strides:", flipped.strides)

torch.from_numpy(np.ascontiguousarray(flipped))
