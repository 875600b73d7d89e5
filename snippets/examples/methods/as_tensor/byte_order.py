# Raises ValueError: the array is big-endian
import numpy as np
import torch

samples = np.array([0.25, 0.5, 1.0], dtype=">f8")

print(torch.as_tensor(samples.astype(np.float32)))

torch.as_tensor(samples, dtype=torch.float32)
