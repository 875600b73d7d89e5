import numpy as np
import torch

temperatures = np.array([[20.5, 21.0], [18.0, 18.5]])
by_hour = torch.from_numpy(temperatures.T)

by_hour[0, 1] = 0.0

print("bytes:", temperatures.T.strides)
print("elements:", by_hour.stride())
print("array:", temperatures.tolist())
