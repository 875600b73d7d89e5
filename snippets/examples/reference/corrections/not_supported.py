import numpy as np
import torch

readings = np.array([1000, 2000], dtype=">i2")
names = np.array(["cat", "dog", "cat"])
column = np.array([0.5, None])

for array in (readings, names, column):
    try:
        torch.from_numpy(array)
    except (TypeError, ValueError) as error:
        print(error)

native = readings.dtype.newbyteorder("=")
print(torch.from_numpy(readings.astype(native)))
print(torch.from_numpy(np.unique(names, return_inverse=True)[1]))
print(torch.from_numpy(column.astype(np.float32)))
