import numpy as np
import torch

readings = np.array([18.5, 19.0, 21.5], dtype=np.float32)
copied = torch.tensor(readings, dtype=torch.float32)
shared = torch.as_tensor(readings, dtype=torch.float32)

readings[0] = 0.0
copied[1] = 1.0
shared[2] = 2.0

print(readings)
print(copied)
print(shared)
