import numpy as np
import torch

levels = np.array([0.25, 0.5, 0.75])
torch.asarray(levels)[0] = 9.0
torch.asarray(levels, copy=True)[1] = 9.0
torch.asarray(levels, copy=False)[2] = 9.0
print(levels)
