import numpy as np
import torch

singles = np.array([18.5, 19.0], np.float32)
doubles = np.array([18.5, 19.0])
count = np.array(3)

for array in (singles, doubles):
    torch.Tensor(array)[0] = 0.0

print("float32 array:", singles)
print("float64 array:", doubles)
print("a 3 makes:", torch.Tensor(count).shape)
