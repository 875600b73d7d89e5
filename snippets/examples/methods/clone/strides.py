import numpy as np
import torch

grid = np.zeros((3, 4), dtype=np.float32)
transposed = torch.from_numpy(grid.T)

same_order = transposed.clone()
contiguous = transposed.clone(
    memory_format=torch.contiguous_format,
)

print("transposed:", transposed.stride())
print("same order:", same_order.stride())
print("contiguous:", contiguous.stride())
