import numpy as np
import torch

voltages = np.array([3.3, 5.0, 1.8], dtype=np.float32)
tensor = torch.Tensor(voltages)

voltages[0] = 0
tensor[2] = 9
print(tensor)
print(voltages)
