import numpy as np
import torch

levels = torch.tensor([20.5, -1.0, 21.0, -1.0])
valid = np.array([True, False, True, False])
mask = torch.from_numpy(valid)

print("picked:", levels[mask])
print("left out:", levels[~mask])
print("count:", mask.sum())
print("part:", mask.float().mean())
print("shares:", np.shares_memory(valid, mask))
