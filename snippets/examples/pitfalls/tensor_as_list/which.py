import numpy as np
import torch

ids = np.array([1, 2, 3])
wanted = torch.tensor([2, 3])

print("np.isin:", np.isin(ids, wanted))
print("torch.isin:", torch.isin(torch.from_numpy(ids), wanted))
print("np.isin of a set:", np.isin(ids, {2, 3}))
