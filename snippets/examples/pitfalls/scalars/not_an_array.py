# Raises TypeError: an element or a mean is no array
import numpy as np
import torch

readings = np.array([0.1, 0.7])

print(type(readings[0]).__name__, type(readings.mean()).__name__)
print(torch.from_numpy(np.asarray(readings.mean())))

torch.from_numpy(readings.mean())
