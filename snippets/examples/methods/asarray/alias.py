# Raises ValueError: the array is float64, and float32 needs a copy
import numpy as np
import torch

readings = np.array([20.5, 21.0])
print("dtype:", readings.dtype)

torch.asarray(readings, dtype=torch.float32, copy=False)
