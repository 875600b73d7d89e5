import numpy as np
import torch

readings = torch.from_numpy(np.array([20.5, 21.0]))

print(readings.detach().clone())
print(torch.tensor(readings))
