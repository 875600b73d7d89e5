import numpy as np
import torch

threshold = np.array(0.5)
cloned = torch.from_numpy(threshold).clone()
threshold[...] = 0.9
print(cloned)

print(torch.from_numpy(np.empty((0, 4))).clone().shape)
