import numpy as np
import torch

temperature = np.array([18.5, 19.0, 21.5], dtype=">f4")
print("from the file:", temperature.dtype)

same = temperature.dtype.newbyteorder("=")
native = torch.from_numpy(temperature.astype(same))
print("native:", native)
print("shares:", np.shares_memory(temperature, native))

wider = torch.from_numpy(temperature.astype(np.float64))
print("another dtype:", wider)
