import numpy as np
import torch

depths = np.ma.masked_equal([20.5, -999.0, 21.5], -999.0)

values = torch.from_numpy(depths.filled(0.0)).float()
known = torch.from_numpy(~np.ma.getmaskarray(depths))

print("values:", values)
print("known:", known)
print("shares:", np.shares_memory(depths, values))
print("mean of what is known:", values[known].mean().item())
