import numpy as np
import torch

grid = np.arange(12, dtype=np.float32).reshape(3, 4)

for view in (grid.T, grid[:, ::2], grid.T[::2]):
    shared = torch.from_numpy(view)
    cloned = shared.clone()
    copied = torch.tensor(view)
    contiguous = shared.clone(memory_format=torch.contiguous_format)
    print(shared.stride(), cloned.stride(), copied.stride(), contiguous.stride())
