import numpy as np
import torch

counts = np.array([120, 80, 95])
narrow = np.array([120, 80, 95], dtype=np.int32)

print(counts.dtype)
print(torch.from_numpy(counts))
print(torch.from_numpy(narrow))
print(torch.tensor(narrow))
