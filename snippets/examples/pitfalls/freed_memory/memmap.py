import numpy as np
import torch

np.arange(3.0).tofile("samples.bin")
mapped = np.memmap("samples.bin", dtype=np.float64, mode="c")
samples = torch.from_numpy(mapped)

del mapped
samples += 1
print("samples:", samples)
print("file:", np.fromfile("samples.bin"))
