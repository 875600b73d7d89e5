import numpy as np
import torch

weights = torch.zeros(2, requires_grad=True)
buffer = np.zeros(2, dtype=np.float32)

total = 0
for sample in ([1.0, 0.0], [0.0, 1.0]):
    buffer[:] = sample
    total = total + (weights * torch.from_numpy(buffer)).sum()

total.backward()
print("gradients:", weights.grad)
