import numpy as np
import torch

offsets = torch.tensor(np.broadcast_to(np.array([0.5, -0.5]), (3, 2)))
offsets[0, 0] = 9.0
offsets += 1
print(offsets)
