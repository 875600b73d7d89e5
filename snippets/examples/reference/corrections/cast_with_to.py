import numpy as np
import torch

altitudes = np.array([130, 145, 160], dtype=np.int16)
tensor = torch.from_numpy(altitudes).to(torch.float32)

altitudes[0] = -1
print("tensor after a write to the array:", tensor)
