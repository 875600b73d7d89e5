# Raises ValueError: byteswap changes the numbers, and the dtype stays
import numpy as np
import torch

samples = np.array([1, 256], dtype=">i2")
native = samples.dtype.newbyteorder("=")

print(samples.byteswap(), samples.byteswap().dtype)
print(samples.view(native))
print(torch.from_numpy(samples.byteswap().view(native)))

torch.from_numpy(samples.byteswap())
