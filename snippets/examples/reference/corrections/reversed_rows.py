import numpy as np
import torch

image = np.array([[1, 2], [3, 4]], dtype=np.uint8)
flipped = image[::-1]

print("strides:", flipped.strides)
print("tensor:", torch.from_numpy(flipped.copy()))
