import numpy as np
import torch

torch.set_default_dtype(torch.float64)
scalar = np.float32(0.5)

print("list:", torch.tensor([0.5, 1.5]).dtype)
print("NumPy scalar:", torch.tensor(scalar).dtype)
