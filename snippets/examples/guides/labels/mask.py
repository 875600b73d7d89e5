import numpy as np
import torch

levels = torch.tensor([20.5, -1.0, 21.0, -1.0])
valid = torch.from_numpy(np.array([True, False, True, False]))

print(levels[valid], levels[~valid], valid.sum())
print(valid.float().mean())
print(levels[valid.long()])
