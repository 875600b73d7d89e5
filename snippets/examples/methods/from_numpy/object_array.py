# Raises TypeError: the array holds Python objects
import numpy as np
import torch

temperatures = np.array([21.5, None, 22.0])
print(temperatures.dtype)

print(torch.from_numpy(temperatures.astype(np.float32)))

torch.from_numpy(temperatures)
