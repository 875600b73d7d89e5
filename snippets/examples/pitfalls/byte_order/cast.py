import numpy as np
import torch

temperature = np.array([18.5, 19.0], dtype=">f4")
tensor = torch.from_numpy(temperature.astype(np.float32))
print("float32:", tensor)

counts = np.array([3, 256], dtype=">i2")
native = counts.dtype.newbyteorder("=")
same = torch.from_numpy(counts.astype(native))
print("the same dtype:", same)
