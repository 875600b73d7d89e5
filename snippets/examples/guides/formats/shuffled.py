import h5py
import numpy as np
import torch

with h5py.File("scans.h5", "w") as file:
    file["rows"] = np.arange(4.0)

picked = np.array([2, 0])
rows, order = np.unique(picked, return_inverse=True)
with h5py.File("scans.h5") as file:
    batch = torch.from_numpy(file["rows"][rows][order])
print("rows 2 and 0:", batch)
