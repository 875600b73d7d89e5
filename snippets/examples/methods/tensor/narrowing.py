# Raises RuntimeError: from a list, PyTorch looks at each value
import numpy as np
import torch

counts = np.array([44, 255, 300])
ratings = np.array([2.7, -2.7])

print(torch.tensor(counts, dtype=torch.uint8))
print(torch.tensor(ratings, dtype=torch.int64))

torch.tensor(counts.tolist(), dtype=torch.uint8)
