import numpy as np
import torch

tensor = torch.tensor([1.0, 2.0])
array = tensor.numpy()
half = np.float64(0.5)

print("tensor * half:", (tensor * half).dtype)
print("array * half:", (array * half).dtype)
print("array * 0.5:", (array * 0.5).dtype)
