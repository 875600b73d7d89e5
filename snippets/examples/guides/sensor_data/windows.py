import numpy as np
import torch

pressure = np.arange(10, dtype=np.float32)

windows = torch.from_numpy(pressure).unfold(0, 4, 2)
print("windows:", windows, sep="\n")
print("shares:", np.shares_memory(pressure, windows))
