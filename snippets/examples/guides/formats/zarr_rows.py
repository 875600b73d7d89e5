import numpy as np
import torch
import zarr

rows = zarr.create_array("rows.zarr", shape=(4, 3), dtype="f4")
rows[:] = np.arange(12).reshape(4, 3)

picked = torch.tensor([2, 0])
batch = torch.from_numpy(rows[picked.numpy()])
print("rows 2 and 0:", batch, sep="\n")
