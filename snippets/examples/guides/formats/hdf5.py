import h5py
import numpy as np
import torch

with h5py.File("scans.h5", "w") as file:
    file["rows"] = np.arange(12, dtype=np.float32).reshape(4, 3)

with h5py.File("scans.h5") as file:
    tensor = torch.from_numpy(file["rows"][1:3])

tensor[0] = 0
print("tensor:", tensor, sep="\n")
