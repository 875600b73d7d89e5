import numpy as np
import torch

temperature = np.array([18.5, 19.0, 21.5], dtype=">f4")

native = temperature.astype(temperature.dtype.newbyteorder("="))
print(native.dtype, torch.from_numpy(native))
print(torch.from_numpy(temperature.astype(np.float64)))
