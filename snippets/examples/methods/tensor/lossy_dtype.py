import numpy as np
import torch

brightness = np.array([200, 255, 300])
temperatures = np.array([-2.7, 2.7])
ids = np.array([16_777_216, 16_777_217])

print("uint8:", torch.tensor(brightness, dtype=torch.uint8).tolist())
print("int64:", torch.tensor(temperatures, dtype=torch.int64).tolist())
print("float32:", torch.tensor(ids, dtype=torch.float32).tolist())
