# Raises ValueError: from_numpy refuses before clone can copy
import numpy as np
import torch

samples = np.array([0.1, 0.2, 0.3], dtype=np.float32)

print(torch.from_numpy(samples[::-1].copy()))
print(torch.from_numpy(samples[::-1]).clone())
