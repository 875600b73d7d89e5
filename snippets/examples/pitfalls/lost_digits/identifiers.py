import numpy as np
import torch

orders = np.array([16_777_217, 20_240_101_123_456])
tensor = torch.from_numpy(orders)

print("NumPy:", (orders * 1.0).astype(np.int64))
print("PyTorch:", (tensor * 1.0).long())
print("double() first:", (tensor.double() * 1.0).long())
