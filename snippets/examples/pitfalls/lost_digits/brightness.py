import numpy as np
import torch

pixels = np.array([10, 200, 255], dtype=np.uint8)
tensor = torch.from_numpy(pixels)

print("uint8:", tensor + 100)
brighter = (tensor.to(torch.int16) + 100).clamp(0, 255)
print("int16:", brighter.to(torch.uint8))
