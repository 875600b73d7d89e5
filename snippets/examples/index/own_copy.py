import numpy as np
import torch

samples = np.array([-3, 0, 12], dtype=np.int16)
tensor = torch.tensor(samples)

samples[0] = 100
tensor[2] = -100
print("tensor:", tensor)
print("array:", samples)
