import numpy as np
import torch

levels = np.array([0.5, 0.7, 0.9], dtype=np.float32)
shared = torch.from_numpy(levels)
copied = torch.tensor(levels)

print("shared:", np.shares_memory(levels, shared))
print("copied:", np.shares_memory(levels, copied))
