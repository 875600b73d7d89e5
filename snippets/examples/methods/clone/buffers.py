import numpy as np
import torch

image = np.zeros((3, 3), dtype=np.uint8)
shared = torch.from_numpy(image)
cloned = shared.clone()

print(np.shares_memory(image, shared.numpy()))
print(np.shares_memory(image, cloned.numpy()))

shared[0] = 1
cloned[2] = 9
print(image)
