import numpy as np
import torch

clock = np.array([1_700_000_000.25, 1_700_000_000.5, 1_700_000_001.0])

print(torch.from_numpy(clock).diff())
print(torch.tensor(clock, dtype=torch.float32).diff())
