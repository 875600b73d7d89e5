import numpy as np
import torch

windows = [np.array([0.1, 0.2]), np.array([0.3, 0.4]), np.array([0.5, 0.6])]

stacked = torch.tensor(np.stack(windows))
from_list = torch.tensor(windows)

print(torch.equal(stacked, from_list))
print(stacked)
