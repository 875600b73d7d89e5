import numpy as np
import torch

pixels = np.array([200, 100], dtype=np.uint8)
tensor = torch.from_numpy(pixels)

print("sum of Python:", sum(pixels), sum(tensor))
print("methods:", pixels.sum(), tensor.sum())
