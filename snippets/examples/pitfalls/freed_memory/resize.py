# Raises ValueError: a tensor lies on the memory of the array
import numpy as np
import torch

readings = np.array([18.0, 18.5])
tensor = torch.from_numpy(readings)

readings.resize(3)
