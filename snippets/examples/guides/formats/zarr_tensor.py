# Raises AttributeError: Zarr reads the dtype of an index as NumPy's
import torch
import zarr

rows = zarr.create_array("rows.zarr", shape=(4, 3), dtype="f4")
rows[torch.tensor([2, 0])]
