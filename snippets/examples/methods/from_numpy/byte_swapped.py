# Raises ValueError: the array is big-endian
import numpy as np
import torch

samples = np.array([0.25, 0.5, 1.0], dtype=">f4")

native = samples.astype(samples.dtype.newbyteorder("="))
print(torch.from_numpy(native))

torch.from_numpy(samples)
