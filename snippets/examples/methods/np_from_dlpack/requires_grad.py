# Raises BufferError: the protocol knows no gradient.
import numpy as np
import torch

weights = torch.ones(2, requires_grad=True)
print(np.from_dlpack(weights.detach()))

np.from_dlpack(weights)
