import numpy as np
import torch

row = np.array([0.5, -0.5])
offsets = torch.tensor(np.broadcast_to(row, (3, 2)))

offsets[0, 0] = 9.0
print("after one write:", offsets)

offsets += 1
print("after += 1:", offsets)
print("row:", row)
