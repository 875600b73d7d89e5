import numpy as np
import torch

ids = np.array([256, 257, 258, 259])
prices = np.array([1.1, 19.99], dtype=np.float32)

print(torch.from_numpy(ids).to(torch.bfloat16).tolist())
print(torch.from_numpy(prices).to(torch.bfloat16).float().numpy())
