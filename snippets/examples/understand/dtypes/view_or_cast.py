import numpy as np
import torch

readings = torch.from_numpy(np.array([1.5, 2.5], dtype=np.float32))

view = readings.view(torch.uint8)
cast = readings.to(torch.uint8)
readings[0] = 3.5

print("view, the bytes themselves:", view.tolist())
print("cast, other values elsewhere:", cast.tolist())
