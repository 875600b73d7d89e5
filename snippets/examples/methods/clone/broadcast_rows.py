import numpy as np
import torch

offsets = np.array([0.5, 1.5, 2.5])
rows = np.broadcast_to(offsets, (2, 3))

cloned = torch.from_numpy(rows).clone()
cloned[0, 0] = 99.0

print(rows.strides, cloned.stride())
print(cloned)
print(offsets)
