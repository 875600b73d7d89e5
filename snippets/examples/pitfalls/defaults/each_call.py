import numpy as np
import torch

torch.set_default_dtype(torch.float64)
torch.set_default_device("meta")
array = np.array([0.5, 1.5], dtype=np.float32)

names = ["from_numpy", "from_dlpack", "tensor"]
names += ["as_tensor", "asarray", "Tensor"]
for name in names:
    made = getattr(torch, name)(array)
    print(f"{name:12} {made.dtype} on {made.device}")
