# Raises ValueError: a reversed axis has a negative stride
import numpy as np
import torch

image = np.array([[10, 20, 30], [40, 50, 60]], dtype=np.uint8)
mirrored = image[:, ::-1]
print(mirrored.strides)

print(torch.from_numpy(mirrored.copy()))

torch.from_numpy(mirrored)
