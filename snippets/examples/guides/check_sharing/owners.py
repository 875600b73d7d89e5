import numpy as np
import torch

levels = np.array([0.5, 0.7, 0.9], dtype=np.float32)
tensor = torch.from_numpy(levels)
back = tensor.numpy()

print("_base of the tensor:", tensor._base)
print("base of the array:", type(back.base).__name__)
print("base is levels:", back.base is levels)
print("shares:", np.shares_memory(levels, back))
