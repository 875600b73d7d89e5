import ml_dtypes
import numpy as np
import torch

array = np.array([1.5, 2.5], ml_dtypes.bfloat16)
tensor = torch.from_numpy(array.view(np.uint16)).view(torch.bfloat16)

tensor[0] = 9
print("array:", array)
print("tensor:", tensor)
back = tensor.view(torch.uint16).numpy().view(ml_dtypes.bfloat16)
print("back:", back.dtype)
