import numpy as np
import torch

levels = np.array([0.25, 0.5, 0.75])
shared = torch.asarray(levels, copy=False)
own = torch.asarray(levels, copy=True)

levels[0] = 9.0

print("shared:", shared.tolist())
print("own:", own.tolist())
print("dtype:", own.dtype)
