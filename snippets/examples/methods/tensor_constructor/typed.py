import numpy as np
import torch

temperatures = np.array([18.5, 19.9], np.float32)

floats = torch.FloatTensor(temperatures)
longs = torch.LongTensor(temperatures)
temperatures[0] = 0.0

print("FloatTensor:", floats.tolist())
print("LongTensor:", longs.tolist())
