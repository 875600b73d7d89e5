import numpy as np
import torch

voltages = torch.tensor([0.5, 1.5, 2.5])
gains = np.array([2.0, 2.0, 2.0])

amplified = voltages.numpy() * gains
amplified[0] = 9.0
voltages[2] = 0.0

print(voltages)
print(torch.from_numpy(amplified))
print(torch.from_numpy(amplified).to(voltages.dtype))
