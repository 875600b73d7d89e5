import numpy as np
import torch

readings = np.array([20.5, 21.0, 19.5])
own = torch.from_numpy(readings).clone()
readings[0] = -5.0

print("readings:", readings)
print("own:", own)
