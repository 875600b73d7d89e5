import numpy as np
import torch

depths = np.ma.masked_equal([20.5, -999.0, 21.5], -999.0)
tensor = torch.from_numpy(depths)

print("array:", depths, "mean", depths.mean())
print("tensor:", tensor, "mean", tensor.mean().item())
