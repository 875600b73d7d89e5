import numpy as np
import torch

temperatures = np.array([20.5, 21.0, 22.5])
tensor = torch.from_numpy(temperatures)

temperatures[0] = 0
tensor[2] = 99
print("tensor:", tensor)
print("array:", temperatures)
