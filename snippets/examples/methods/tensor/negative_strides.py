# Raises ValueError: the mirrored view has a negative stride
import numpy as np
import torch

image = np.array([[0, 64, 128], [10, 20, 30]], dtype=np.uint8)
mirrored = image[:, ::-1]

print(torch.tensor(mirrored.copy()))
print(torch.tensor(mirrored))
