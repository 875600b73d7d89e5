# Raises ValueError: the line that writes is the line that fails
import numpy as np
import torch

inputs = np.array([1.0, 2.0], dtype=np.float32)
weights = torch.ones(2, requires_grad=True)
loss = (weights * torch.from_numpy(inputs)).sum()
inputs.flags.writeable = False

inputs *= 100
loss.backward()
