import numpy as np
import torch

frames = np.zeros((10, 64, 64), dtype=np.float32)

shared = torch.from_numpy(frames)
cloned = torch.from_numpy(frames).clone()
copied = torch.tensor(frames)

print("array:", frames.nbytes, "bytes")
for name, tensor in {"from_numpy": shared, "clone": cloned, "tensor": copied}.items():
    new = 0 if np.shares_memory(frames, tensor.numpy()) else tensor.nbytes
    print(f"{name}: {new} new bytes")
