import numpy as np
import torch

readings = np.array([20.5, 21.0, 19.5])
shared = torch.from_numpy(readings)
own = shared.clone()

readings[0] = -5.0
own[2] = 40.0

print("readings:", readings)
print("shared:", shared)
print("own:", own)
