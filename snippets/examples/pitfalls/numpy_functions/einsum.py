# Raises TypeError: torch.einsum takes no arrays
import numpy as np
import torch

a = np.ones((2, 3), np.float32)
t = torch.ones(3, 2)
both = torch.einsum("ij,jk", torch.from_numpy(a), t)
print("tensors:", both.shape)
torch.einsum("ij,jk", a, t)
