# Raises RuntimeError: there are four values, and seven would be read
import numpy as np
import torch

pressure = np.arange(10, dtype=np.float32)
first = pressure[:4].copy()
ends = np.lib.stride_tricks.as_strided(pressure[:4], shape=(4, 4), strides=(4, 4))

print("not in pressure[:4]:", ends[3])
torch.as_strided(torch.from_numpy(first), (4, 4), (1, 1))
