import numpy as np
import torch

threshold = np.array(0.5)
readings = np.array([0.1, 0.7])

print("0-d array:", torch.from_numpy(threshold))
print("slice:", torch.from_numpy(readings[1:2]))
print("ellipsis:", torch.from_numpy(readings[1, ...]))
print("element:", torch.tensor(readings[1]))
