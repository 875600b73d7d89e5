# Raises AssertionError: the array has moved, and its old memory is freed
import numpy as np
import torch

readings = np.array([18.0, 18.5])
tensor = torch.from_numpy(readings)
assert np.shares_memory(readings, tensor)

readings.resize(1_000_000, refcheck=False)
assert np.shares_memory(readings, tensor), "do not read the tensor any more"
