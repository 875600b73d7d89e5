import numpy as np
import torch

temperatures = np.array([18.5, 19.9], dtype=np.float32)
labels = np.array([3, 7], dtype=np.int64)

floats = torch.FloatTensor(temperatures)
longs = torch.LongTensor(labels)
truncated = torch.LongTensor(temperatures)

temperatures[0], labels[0] = 0.0, 0
floats[1], longs[1] = 99.0, 99

print(temperatures, floats)
print(labels, longs)
print(truncated)
