import numpy as np
import torch

image = np.arange(6.0).reshape(2, 3)
mirrored = image[:, ::-1]

print(torch.from_dlpack(mirrored, copy=True))
print(torch.from_numpy(mirrored.copy()))
