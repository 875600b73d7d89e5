import numpy as np
import torch

labels = np.array([2, 0, 1])
shared = torch.from_numpy(labels)
copied = torch.tensor(labels)

print("from_numpy:", np.shares_memory(labels, shared))
print("tensor:", np.shares_memory(labels, copied))
