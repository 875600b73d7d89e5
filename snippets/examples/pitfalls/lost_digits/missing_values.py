import numpy as np
import torch

ages = np.array([34.0, np.nan, 51.0])
known = np.isfinite(ages)
filled = np.where(known, ages, 0)

print("ages:", torch.tensor(filled, dtype=torch.uint8))
print("known:", torch.from_numpy(known))
