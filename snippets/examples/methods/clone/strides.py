import numpy as np
import torch

grid = np.arange(12, dtype=np.float32).reshape(3, 4)
columns = torch.from_numpy(grid.T)
rows_first = torch.contiguous_format

kept = columns.clone()
rows = columns.clone(memory_format=rows_first)

print("columns:", columns.stride())
print("kept:", kept.stride())
print("rows:", rows.stride())
