# Raises ValueError: NetCDF files hold big-endian numbers
import torch
from scipy.io import netcdf_file

with netcdf_file("station.nc", "w") as file:
    file.createDimension("time", 3)
    file.createVariable("temperature", "f4", ("time",))[:] = [18.5, 19.0, 21.5]

with netcdf_file("station.nc", mmap=False) as file:
    temperature = file.variables["temperature"][:]
print("dtype:", temperature.dtype)

torch.from_numpy(temperature)
