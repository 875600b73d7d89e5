# Raises TypeError: the array would have to be mixed with a tensor on another device
import numpy as np
import torch

scores = torch.ones(2, device="meta")
offsets = np.array([0.5, 1.5])

print(scores + torch.as_tensor(offsets, dtype=scores.dtype, device=scores.device))
scores + offsets
