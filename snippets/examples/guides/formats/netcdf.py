import numpy as np
import torch
from scipy.io import netcdf_file

with netcdf_file("levels.nc", "w") as file:
    file.createDimension("time", 3)
    file.createVariable("level", "f4", ("time",))[:] = [1, 2, 3]

with netcdf_file("levels.nc", mmap=False) as file:
    level = file.variables["level"][:]
print("in the file:", level.dtype)
print("tensor:", torch.from_numpy(level.astype(np.float32)))
