# Raises RuntimeError: the counts are int64
import numpy as np
import torch

counts = np.array([[5, 3], [4, 3]])

torch.nn.Linear(2, 1)(torch.from_numpy(counts))
