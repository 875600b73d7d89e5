import numpy as np
import torch

pressure = np.full((1_000_000, 2), 1013.25, np.float32)

print("float32:", np.mean(pressure, axis=0).round(2))
mean = np.mean(pressure, axis=0, dtype=np.float64)
print("float64:", mean)
print("torch:", torch.from_numpy(pressure).mean(0))
