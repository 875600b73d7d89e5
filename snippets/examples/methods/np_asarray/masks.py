import numpy as np
import torch

depths = torch.tensor([2.0, float("nan"), 4.0])
missing = np.isnan(depths)

print(missing)
print(~missing)
print(~np.isnan(np.asarray(depths)))
