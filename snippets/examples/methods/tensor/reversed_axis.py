# Raises ValueError: a tensor cannot have a negative stride, not even for the copy
import numpy as np
import torch

prices = np.array([9.5, 12.25, 3.0])
newest_first = prices[::-1]
print(torch.from_numpy(newest_first.copy()))

torch.tensor(newest_first)
