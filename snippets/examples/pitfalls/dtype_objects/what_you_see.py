# Raises TypeError: NumPy does not know torch.float32
import numpy as np
import torch

weights = torch.ones(3)
np.zeros(3).astype(weights.dtype)
