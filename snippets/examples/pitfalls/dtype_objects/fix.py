import numpy as np
import torch

weights = torch.nn.Linear(3, 1).weight
array = np.zeros(3)
print("named:", array.astype(np.float32).dtype)

name = str(weights.dtype).removeprefix("torch.")
print("array:", array.astype(name).dtype)

dtype = getattr(torch, array.dtype.name)
print("tensor:", weights.to(dtype).dtype)
