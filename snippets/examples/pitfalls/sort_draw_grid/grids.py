import numpy as np
import torch

x, y = np.arange(3.0), np.arange(2.0)
tensors = torch.from_numpy(x), torch.from_numpy(y)

across, _ = np.meshgrid(x, y)
print("np:", across.shape)
for indexing in "xy", "ij":
    grids = torch.meshgrid(*tensors, indexing=indexing)
    print(f"torch, {indexing}:", grids[0].shape)
