# Raises ValueError: flipped rows have a negative stride
import numpy as np
import torch

image = np.array([[1, 2], [3, 4]], dtype=np.uint8)
flipped = image[::-1]

print(flipped.strides)
print(torch.from_numpy(flipped.copy()))
torch.from_numpy(flipped)
