import numpy as np
import torch

scores = torch.ones(2, device="meta")
offsets = np.array([0.5, 1.5])

on_device = torch.as_tensor(offsets, dtype=scores.dtype, device=scores.device)
print("sum:", scores + on_device)
