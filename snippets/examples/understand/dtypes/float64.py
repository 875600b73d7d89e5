import numpy as np
import torch

readings = np.array([20.5, 21.0])
print("array:", readings.dtype)
print("list:", torch.tensor([20.5, 21.0]).dtype)

tensor = torch.from_numpy(readings)
print("from_numpy:", tensor.dtype)
print("with float():", tensor.float().dtype)
