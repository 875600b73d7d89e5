import numpy as np
import torch

threshold = np.array(0.5)
readings = np.array([0.1, 0.7])

print(torch.from_numpy(threshold))
print(torch.from_numpy(readings[1:2]), torch.from_numpy(readings[1, ...]))
print(torch.tensor(readings[1]))
print(torch.tensor(readings.max(), dtype=torch.float32))
