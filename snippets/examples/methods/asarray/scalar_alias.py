# Raises RuntimeError: a NumPy scalar has no memory to share
import numpy as np
import torch

mean = np.array([20.5, 21.5]).mean()

print(torch.asarray(mean))

torch.asarray(mean, copy=False)
