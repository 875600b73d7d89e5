import numpy as np
import torch

torch.set_default_dtype(torch.float64)
array = np.array([0.5, 1.5], dtype=np.float32)

print("list:", torch.tensor([0.5, 1.5]).dtype)
print("array:", torch.tensor(array).dtype)
print("NumPy scalar:", torch.tensor(array[0]).dtype)
