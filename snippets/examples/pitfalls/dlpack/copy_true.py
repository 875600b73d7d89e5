import numpy as np
import torch

image = np.arange(6.0).reshape(2, 3)
mirrored = image[:, ::-1]

own = torch.from_dlpack(mirrored, copy=True)
print("copy=True:", own)

copied = torch.from_numpy(mirrored.copy())
print("copied in NumPy:", copied)
