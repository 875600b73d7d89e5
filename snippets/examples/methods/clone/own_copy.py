import numpy as np
import torch

readings = np.array([20.5, 21.0, 19.5])
shared = torch.from_numpy(readings)
tensor = torch.from_numpy(readings).clone()

readings[0] = -5.0
tensor[2] = 40.0

print(readings)
print(shared)
print(tensor)
