import numpy as np
import torch

weights = torch.ones(3)
array = np.zeros(3)

as_array = array.astype(weights.numpy().dtype)
print("array:", as_array.dtype)

as_tensor = weights.to(torch.from_numpy(array).dtype)
print("tensor:", as_tensor.dtype)
