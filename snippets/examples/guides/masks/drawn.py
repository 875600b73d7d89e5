import numpy as np
import torch

drawn = np.array([0, 255, 255, 0], np.uint8)

mask = torch.from_numpy(drawn)
target = (mask > 127).float()
print("as it is:", mask.float().mean())
print("compared:", target.mean())
