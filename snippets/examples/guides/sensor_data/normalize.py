import numpy as np
import torch

pressure = np.full((1_000_000, 2), 1013.25, dtype=np.float32)

print(np.mean(pressure, axis=0).round(2))
print(np.mean(pressure, axis=0, dtype=np.float64))
print(torch.from_numpy(pressure).mean(0))
