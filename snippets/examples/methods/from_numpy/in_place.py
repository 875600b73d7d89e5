import numpy as np
import torch

counts = np.array([1, 2, 3])
tensor = torch.from_numpy(counts)

tensor += 10
print(counts)

tensor = tensor + 100
print(counts)

counts[0] = 0
print(tensor)
