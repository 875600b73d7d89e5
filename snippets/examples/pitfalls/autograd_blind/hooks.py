import numpy as np
import torch
from torch.autograd.graph import saved_tensors_hooks

weights = torch.zeros(2, requires_grad=True)
buffer = np.zeros(2, dtype=np.float32)

total = 0
with saved_tensors_hooks(torch.clone, lambda kept: kept):
    for sample in ([1.0, 0.0], [0.0, 1.0]):
        buffer[:] = sample
        inputs = torch.from_numpy(buffer)
        total = total + (weights * inputs).sum()

total.backward()
print("gradients:", weights.grad)
