import numpy as np
import torch

weights = torch.ones(3)
array = weights.numpy()

print("is_floating_point:", weights.is_floating_point())
print("issubdtype:", np.issubdtype(array.dtype, np.floating))
print("tensor's == np.float32:", weights.dtype == np.float32)
print("array's == torch.float32:", array.dtype == torch.float32)
