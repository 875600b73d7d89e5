import numpy as np
import torch

batch = np.empty((3, 2), dtype=np.float32)
for row in range(3):
    batch[row] = row, row / 2

print("batch:", torch.from_numpy(batch))
