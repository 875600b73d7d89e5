import numpy as np
import torch

counts = np.array([120, 80, 95])
narrow = np.array([120, 80, 95], dtype=np.int32)

print("default:", counts.dtype, torch.from_numpy(counts))
print("int32, from_numpy:", torch.from_numpy(narrow))
print("int32, tensor:", torch.tensor(narrow))
