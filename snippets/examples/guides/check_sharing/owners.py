import numpy as np
import torch

levels = np.array([0.5, 0.7, 0.9], dtype=np.float32)
tensor = torch.from_numpy(levels)
back = tensor.numpy()

print(tensor._base, tensor.detach()._base, tensor[1:]._base is tensor)
print(back.base is tensor, back.base is levels, type(back.base).__name__)
print(np.shares_memory(levels, back))
