import numpy as np
import torch

ids = torch.arange(6)
generator = torch.Generator().manual_seed(0)
order = torch.randperm(len(ids), generator=generator)
print("mixed:", ids[order])

rows = np.arange(6).reshape(3, 2)
rows[[0, 1]] = rows[[1, 0]]
print("swapped:", rows.tolist())
