# Raises ValueError: the array is big-endian
import numpy as np
import torch

samples = np.array([0.25, 0.5, 1.0], dtype=">f4")

print(torch.asarray(samples.astype(np.float32)))

torch.asarray(samples, copy=True)
