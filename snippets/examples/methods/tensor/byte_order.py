# Raises ValueError: the samples are big-endian
import numpy as np
import torch

samples = np.frombuffer(bytes([0, 1, 1, 0]), dtype=">i2")

print(torch.tensor(samples.astype(np.int16)))
print(torch.tensor(samples))
