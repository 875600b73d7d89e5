# Raises RuntimeError: the counts are int64
import numpy as np
import torch

counts = np.array([[5, 3], [4, 3]])
layer = torch.nn.Linear(2, 1)

print(layer(torch.from_numpy(counts.astype(np.float32))).dtype)
layer(torch.from_numpy(counts))
