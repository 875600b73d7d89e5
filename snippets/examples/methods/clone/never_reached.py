# Raises ValueError: from_numpy refuses the array before clone can copy it
import numpy as np
import torch

prices = np.array([9.5, 12.25, 3.0])
newest_first = prices[::-1]
print(torch.from_numpy(newest_first.copy()))

torch.from_numpy(newest_first).clone()
