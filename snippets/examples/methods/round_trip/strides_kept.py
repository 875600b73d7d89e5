import numpy as np
import torch

samples = np.zeros((3, 4), dtype=np.float32)

tensor = torch.from_numpy(samples.T)
back = tensor.numpy()

print("array, in bytes:", samples.T.strides)
print("tensor, in elements:", tensor.stride())
print("back, in bytes:", back.strides)
