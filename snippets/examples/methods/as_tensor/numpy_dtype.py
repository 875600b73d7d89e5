# Raises TypeError: the dtype is one of NumPy's
import numpy as np
import torch

readings = np.array([20.5, 21.0])

print(torch.as_tensor(readings, dtype=torch.float32))

torch.as_tensor(readings, dtype=np.float32)
