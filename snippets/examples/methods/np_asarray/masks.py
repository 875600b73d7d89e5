import numpy as np
import torch

depths = torch.tensor([2.0, float("nan"), 4.0])
missing = np.isnan(depths)
right = np.isnan(np.asarray(depths))

print("missing:", missing)
print("~missing:", ~missing)
print("~right:", ~right)
