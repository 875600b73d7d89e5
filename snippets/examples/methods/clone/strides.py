import numpy as np
import torch

grid = np.arange(12, dtype=np.float32).reshape(3, 4)
columns = torch.from_numpy(grid.T)

kept = columns.clone()
rows = columns.clone(memory_format=torch.contiguous_format)

print("columns:", columns.stride())
print("kept:", kept.stride())
print("rows:", rows.stride())
