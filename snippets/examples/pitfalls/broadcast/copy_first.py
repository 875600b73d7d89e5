import numpy as np
import torch

row = np.array([0.5, -0.5])
offsets = torch.tensor(np.broadcast_to(row, (3, 2)))
offsets[0, 0] = 9.0
print("of an array:", offsets)

mask = torch.tensor([True, True])
masks = mask.expand(3, 2).clone()
masks[0, 0] = False
print("of a tensor:", masks)
