import numpy as np
import torch

rows = np.empty(2, dtype=object)
rows[0], rows[1] = np.array([0.1, 0.2]), np.array([0.3, 0.4])

print("rows:", rows.shape, rows.dtype)
print("stacked:", torch.from_numpy(np.stack(rows)))
