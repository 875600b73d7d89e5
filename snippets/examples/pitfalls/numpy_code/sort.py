import numpy as np
import torch

array = np.array([30, 10, 20])
tensor = torch.from_numpy(array.copy())
array.sort()
tensor.sort()
print("array:", array)
print("tensor:", tensor)
print("what it gives:", tensor.sort().values)
