# Raises RuntimeError: six elements, two places in memory
import numpy as np
import torch

offsets = torch.from_numpy(np.broadcast_to(np.array([0.5, -0.5]), (3, 2)))
offsets[0, 0] = 9.0
print(offsets)

offsets += 1
