import numpy as np
import torch

temperatures = np.array([20.5, 21.0, 22.5])
tensor = torch.from_dlpack(temperatures)

temperatures[0] = 0.0
tensor[2] = 99.0

print("tensor:", tensor.tolist())
print("array:", temperatures.tolist())
print("dtype:", tensor.dtype)
