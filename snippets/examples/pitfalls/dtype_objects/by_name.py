import numpy as np
import torch

for dtype in torch.float32, torch.uint8, torch.bool:
    name = str(dtype).removeprefix("torch.")
    print(dtype, "in NumPy:", np.dtype(name))

for dtype in np.dtype("f4"), np.dtype("u1"), np.dtype("?"):
    print(dtype, "in PyTorch:", getattr(torch, dtype.name))
