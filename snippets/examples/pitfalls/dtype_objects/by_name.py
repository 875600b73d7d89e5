import numpy as np
import torch

for dtype in torch.float32, torch.uint8, torch.bool:
    print(np.dtype(str(dtype).removeprefix("torch.")))

for dtype in np.dtype("f4"), np.dtype("u1"), np.dtype("?"):
    print(getattr(torch, dtype.name))
