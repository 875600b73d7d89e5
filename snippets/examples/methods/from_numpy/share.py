import numpy as np
import torch

pixels = np.array([0, 64, 128, 255], np.uint8)
tensor = torch.from_numpy(pixels)

pixels[0] = 10
tensor[3] = 200

print("tensor:", tensor.tolist())
print("array:", pixels.tolist())
print("dtype:", tensor.dtype)
