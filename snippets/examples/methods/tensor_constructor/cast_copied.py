import numpy as np
import torch

for dtype in (np.float64, np.int64, np.uint8, np.bool_):
    array = np.array([1, 1, 0], dtype=dtype)
    tensor = torch.Tensor(array)
    array[0] = 0
    tensor[2] = 9
    print(array.dtype, array, tensor.dtype, tensor)
