# Raises ValueError: a reversed axis has a negative stride
import numpy as np
import torch

newest_first = np.array([18.0, 18.5, 19.0])[::-1]

print(torch.as_tensor(newest_first.copy(), dtype=torch.float32))

torch.as_tensor(newest_first, dtype=torch.float32)
