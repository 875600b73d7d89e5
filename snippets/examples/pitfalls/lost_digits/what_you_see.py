import numpy as np
import torch

clock = np.array([1_700_000_000.25, 1_700_000_000.5, 1_700_000_001.0])
shared = torch.from_numpy(clock)
narrowed = torch.tensor(clock, dtype=torch.float32)

print("steps in float64:", shared.diff())
print("steps in float32:", narrowed.diff())
