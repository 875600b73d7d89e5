import numpy as np
import torch

temperatures = np.array([20.5, 21.0, 19.5], np.float32)
tensor = torch.tensor(temperatures)

temperatures[0] = -5.0
tensor[2] = 40.0

print("tensor:", tensor.tolist())
print("array:", temperatures.tolist())
print("dtype:", tensor.dtype)
