import numpy as np
import torch

voltages = torch.tensor([0.5, 1.5, 2.5])
gains = np.array([2.0, 2.0, 2.0])

amplified = voltages.numpy() * gains
tensor = torch.from_numpy(amplified)

print("voltages:", voltages)
print("tensor:", tensor)
print("cast:", tensor.to(voltages.dtype))
