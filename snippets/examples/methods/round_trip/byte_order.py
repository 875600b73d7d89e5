# Raises ValueError: a tensor has the byte order of the machine
import numpy as np
import torch

recorded = np.array([18.5, 19.0, 21.5], dtype=">f4")
back = torch.from_numpy(recorded.astype(np.float32)).numpy()
print(back, back.dtype == recorded.dtype)

torch.from_numpy(recorded)
