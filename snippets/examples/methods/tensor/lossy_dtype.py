import numpy as np
import torch

brightness = np.array([200, 255, 300])
temperatures = np.array([-2.7, 2.7])
serial_numbers = np.array([16_777_216, 16_777_217])

print(torch.tensor(brightness, dtype=torch.uint8))
print(torch.tensor(brightness.clip(0, 255), dtype=torch.uint8))
print(torch.tensor(temperatures, dtype=torch.int64))
print(torch.tensor(temperatures.round(), dtype=torch.int64))
print(torch.tensor(serial_numbers, dtype=torch.float32).tolist())
print(torch.tensor(serial_numbers, dtype=torch.float64).tolist())
