import numpy as np
import torch

frames = [np.full((2, 2), value) for value in (0.0, 0.5, 1.0)]

stacked = torch.tensor(np.array(frames))
slow = torch.tensor(frames)
print(stacked.shape, torch.equal(stacked, slow))
