import numpy as np
import torch

counts = np.array([3, 5, 4])
largest = counts.max()

print(torch.Tensor(largest).shape)
print(torch.Tensor(np.array(5)).shape)
print(torch.tensor(largest))
print(torch.tensor(np.array(5)))
