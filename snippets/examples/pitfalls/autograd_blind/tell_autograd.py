# Raises RuntimeError: autograd was told of the write, and refuses to go on
import numpy as np
import torch

inputs = np.array([1.0, 2.0], dtype=np.float32)
tensor = torch.from_numpy(inputs)
weights = torch.ones(2, requires_grad=True)
loss = (weights * tensor).sum()

inputs *= 100
torch.autograd.graph.increment_version(tensor)
loss.backward()
