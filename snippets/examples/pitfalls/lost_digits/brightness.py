import numpy as np
import torch

pixels = torch.from_numpy(np.array([10, 200, 255], dtype=np.uint8))

print(pixels + 100)
print((pixels.to(torch.int16) + 100).clamp(0, 255).to(torch.uint8))
