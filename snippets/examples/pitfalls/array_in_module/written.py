# Raises RuntimeError: a mask casts nothing
import numpy as np
import torch

table = torch.zeros(3)
values = torch.from_numpy(np.array([1.0, 2.0]))

table[:2] = values
print("slice:", table)

mask = torch.tensor([True, False, True])
table[mask] = values
