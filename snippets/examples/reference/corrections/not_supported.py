import numpy as np
import torch

readings = np.array([1000, 2000], dtype=">i2")
names = np.array(["cat", "dog", "cat"])
column = np.array([0.5, None])

native = readings.astype(readings.dtype.newbyteorder("="))
print("big-endian:", torch.from_numpy(native))
numbers = np.unique(names, return_inverse=True)[1]
print("text:", torch.from_numpy(numbers))
print("objects:", torch.from_numpy(column.astype(np.float32)))
