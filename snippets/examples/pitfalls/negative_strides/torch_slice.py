# Raises ValueError: a slice of a tensor has no negative step
import numpy as np
import torch

samples = np.array([0.1, 0.2, 0.3], dtype=np.float32)
tensor = torch.from_numpy(samples)

tensor[::-1]
