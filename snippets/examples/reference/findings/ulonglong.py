# Raises TypeError: np.ulonglong is not in torch's table, though it is an unsigned integer of 64 bits
import numpy as np
import torch

counts = np.array([1, 2], dtype=np.ulonglong)
print("is uint64:", counts.dtype == np.uint64)

torch.from_numpy(counts)
