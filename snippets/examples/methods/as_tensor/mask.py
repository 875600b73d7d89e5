import numpy as np
import torch

readings = np.ma.array([20.5, -999.0], mask=[False, True])

print(torch.as_tensor(readings))
print(torch.as_tensor(readings.filled(np.nan)))
