import numpy as np
import torch

readings = np.array([18.5, 19.0, 21.5], np.float32)

copied = torch.tensor(readings, dtype=torch.float32)
shared = torch.as_tensor(readings, dtype=torch.float32)

readings[0] = 0.0

print("copied:", copied.tolist())
print("shared:", shared.tolist())
