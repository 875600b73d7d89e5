import numpy as np
import torch

columns = np.array([[1, 2, 3], [4, 5, 6]], order="F")
tensor = torch.from_numpy(columns)

row = tensor.reshape(-1)
print("row:", row.tolist())
print("shares:", np.shares_memory(row, columns))
