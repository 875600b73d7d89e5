import numpy as np
import torch

grid = np.arange(12, dtype=np.float32).reshape(3, 4)

for view in (grid.T, grid[:, ::2]):
    tensor = torch.tensor(view)
    print("array, in bytes:", view.strides)
    print("tensor, in elements:", tensor.stride(), tensor.is_contiguous())
