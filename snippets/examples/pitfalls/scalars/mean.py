import numpy as np
import torch

readings = np.array([0.1, 0.7])
mean = readings.mean()
print("mean:", type(mean).__name__)

tensor = torch.tensor(mean, dtype=torch.float32)
print("tensor:", tensor)
