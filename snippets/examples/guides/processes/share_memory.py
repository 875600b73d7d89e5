import numpy as np
import torch

before = np.zeros(3)
counts = torch.from_numpy(before).share_memory_()
after = counts.numpy()

counts[0] = 1.0
print("after:", after)
print("before:", before)
