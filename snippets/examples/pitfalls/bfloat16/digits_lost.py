import numpy as np
import torch

ids = np.array([256, 257, 258, 259])
prices = np.array([1.1, 19.99])

for array in ids, prices:
    rounded = torch.from_numpy(array).to(torch.bfloat16)
    print(array.tolist(), "became", rounded.tolist())
