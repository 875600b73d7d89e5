import numpy as np
import torch

levels = np.array([0.5, 1.5, 2.5], np.float32)
own = torch.from_dlpack(levels[::-1], copy=True)

levels[0] = 9.0

print("tensor:", own.tolist())
print("array:", levels.tolist())
