# Raises TypeError: the device has no float64.
import numpy as np
import torch

readings = torch.from_numpy(np.array([20.5, 21.0]))

print(readings.to("mps", torch.float32))
print(readings.to("mps"))
