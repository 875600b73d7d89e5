import numpy as np
import torch

torch.set_default_dtype(torch.float64)

single = np.array([1, 2, 3], dtype=np.float32)
double = np.array([1, 2, 3], dtype=np.float64)
for array in (single, double):
    tensor = torch.Tensor(array)
    array[0] = 0
    tensor[2] = 9
    print(array.dtype, array, tensor.dtype, tensor)
