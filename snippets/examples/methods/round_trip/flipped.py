# Raises ValueError: a tensor has no negative strides
import numpy as np
import torch

image = torch.arange(6, dtype=torch.uint8).reshape(2, 3)
mirrored = np.fliplr(image.numpy())
print(torch.from_numpy(mirrored.copy()))

torch.from_numpy(mirrored)
