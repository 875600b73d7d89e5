import numpy as np
import torch

samples = np.array([1, 256], dtype=">i2")
native = samples.dtype.newbyteorder("=")

print("byteswap alone:", samples.byteswap())
print("view alone:", samples.view(native))

both = samples.byteswap().view(native)
print("both:", torch.from_numpy(both))
