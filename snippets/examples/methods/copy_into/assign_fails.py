# Raises TypeError: an array has to become a tensor before it is assigned.
import numpy as np
import torch

batch = torch.zeros(2, 3)
readings = np.array([20.5, 21.0, 21.5])

batch[0] = readings
