# Raises TypeError: h5py wants the indices in order
import h5py
import numpy as np
import torch

with h5py.File("scans.h5", "w") as file:
    rows = file.create_dataset("rows", data=np.arange(4.0))
    picked = torch.tensor([2, 0]).numpy()

    places, order = np.unique(picked, return_inverse=True)
    print("sorted:", rows[places], "as asked:", rows[places][order])
    print(rows[picked])
