import numpy as np
import torch

counts = torch.tensor([1, 2])

print("np.int8:", (counts * np.int8(3)).dtype)
print("np.float64:", (np.float64(0.5) * counts).dtype)
print("np.True_:", counts * np.True_)
print("np.True_.item():", counts * np.True_.item())
