import numpy as np
import torch

np.arange(3.0).tofile("samples.bin")
mapped = np.memmap("samples.bin", dtype=np.float64, mode="r+")
samples = torch.from_numpy(mapped)

del mapped
print("samples:", samples)
