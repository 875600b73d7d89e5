import numpy as np
import torch

weights = torch.ones(3)

print("is_floating_point:", weights.is_floating_point())
print("==:", weights.dtype == np.float32, np.ones(3).dtype == torch.float64)
print("issubdtype:", np.issubdtype(weights.numpy().dtype, np.floating))
