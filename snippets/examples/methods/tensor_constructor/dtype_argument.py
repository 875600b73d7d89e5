# Raises TypeError: the legacy constructor takes no dtype=
import numpy as np
import torch

prices = np.array([9.5, 12.25])

torch.Tensor(prices, dtype=torch.float32)
