import h5py
import numpy as np
import torch

with h5py.File("scans.h5", "w") as file:
    file["rows"] = np.arange(6, dtype=">f4").reshape(2, 3)

batch = torch.empty(2, 3)
with h5py.File("scans.h5") as file:
    file["rows"].read_direct(batch.numpy())
    print("in the file:", file["rows"].dtype)
print("batch:", batch, sep="\n")
