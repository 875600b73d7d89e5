import numpy as np
import torch

levels = np.array([0.5, 0.7, 0.9], dtype=np.float32)
tensor = torch.as_tensor(levels, dtype=torch.float32)

before = levels[0]
tensor[0] = tensor[0] == 0
print("shares:", levels[0] != before)
tensor[0] = before.item()
print("levels:", levels)
