import numpy as np
import torch

levels = np.array([0.5, 1.5], dtype=np.float32)
counts = np.array([16777217, 3])

stacked = torch.from_numpy(np.stack([levels, counts]))
print("stacked:", stacked.dtype, "counts", stacked[1].long())

listed = torch.tensor([levels, counts])
print("list:", listed.dtype, "counts", listed[1].long())
