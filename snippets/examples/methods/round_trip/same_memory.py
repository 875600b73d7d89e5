import numpy as np
import torch

pixels = np.array([0, 64, 128, 255], dtype=np.uint8)
back = torch.from_numpy(pixels).numpy()

pixels[0] = 10
back[3] = 200

print(pixels)
print(back)
print(back is pixels)
print(back.base)
