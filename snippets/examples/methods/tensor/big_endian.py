# Raises ValueError: PyTorch has no dtype of another byte order
import numpy as np
import torch

samples = np.frombuffer(bytes([0, 1, 0, 2]), dtype=">i2")
print(torch.tensor(samples.astype(np.int16)))

torch.tensor(samples)
