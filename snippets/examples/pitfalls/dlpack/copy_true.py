import numpy as np
import torch

image = np.arange(6.0).reshape(2, 3)
mirrored = image[:, ::-1]

tensor = torch.from_numpy(mirrored.copy())
print("from_numpy:", tensor)

own = torch.from_dlpack(mirrored, copy=True)
print("from_dlpack:", own)
