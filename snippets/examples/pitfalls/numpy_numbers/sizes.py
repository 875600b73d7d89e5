# Raises TypeError: the sizes are an array
import numpy as np
import torch

sizes = np.array([2, 3])
print("list:", torch.zeros(sizes.tolist()).shape)
torch.zeros(sizes)
