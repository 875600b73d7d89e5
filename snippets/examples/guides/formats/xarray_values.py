import numpy as np
import torch
import xarray as xr

levels = xr.DataArray(np.zeros((2, 3), np.float32), dims=("time", "place"))
levels.to_netcdf("levels.nc", engine="scipy")

with xr.open_dataarray("levels.nc", engine="scipy") as levels:
    tensor = torch.from_numpy(levels.values)
print("tensor:", tensor.shape, tensor.dtype)
