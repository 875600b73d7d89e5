# Raises ValueError: from_numpy refuses the array before clone can copy it
import numpy as np
import torch

heights = np.array([120.5, 98.0], dtype=">f4")
print(torch.from_numpy(heights.astype(np.float32)))

torch.from_numpy(heights).clone()
