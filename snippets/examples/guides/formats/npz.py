import numpy as np
import torch

np.savez("run.npz", inputs=np.zeros((2, 3)), labels=np.array([1, 0]))

with np.load("run.npz") as archive:
    tensors = {name: torch.from_numpy(archive[name]) for name in archive}
for name, tensor in tensors.items():
    print(f"{name}:", tensor.shape, tensor.dtype)
