import numpy as np
import torch

temperatures = np.array([[20.5, 21.0, 21.5], [18.0, 18.5, 19.0]])
by_hour = torch.from_numpy(temperatures.T)
every_second = torch.from_numpy(temperatures[:, ::2])

by_hour[0, 0] = 0.0
temperatures[1, 2] = 99.0

print(temperatures.T.strides, by_hour.stride())
print(temperatures[:, ::2].strides, every_second.stride())
print(every_second)
print(temperatures)
