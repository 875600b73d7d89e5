import numpy as np
import torch

np.arange(3.0).tofile("samples.bin")
samples = torch.from_numpy(np.memmap("samples.bin", dtype=np.float64, mode="r+"))

print(samples)
