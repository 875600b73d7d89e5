import numpy as np
import torch

pixels = np.array([0, 64, 255], dtype=np.uint8)
back = torch.from_numpy(pixels).numpy()
back[2] = 200

print("pixels:", pixels)
print("the same object:", back is pixels)
print("base:", back.base)
