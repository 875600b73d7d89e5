# Raises RuntimeError: autograd would not see what NumPy does
import numpy as np
import torch

weights = torch.nn.Parameter(torch.tensor([0.5, 0.25]))
print(np.asarray(weights.detach()))
with torch.no_grad():
    print(np.asarray(weights))

np.asarray(weights)
