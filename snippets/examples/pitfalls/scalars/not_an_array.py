# Raises TypeError: an element or a mean is no array
import numpy as np
import torch

readings = np.array([0.1, 0.7])

torch.from_numpy(readings.mean())
