import numpy as np
import torch

depths = np.ma.masked_equal([20.5, -999.0, 21.5], -999.0)
tensor = torch.from_numpy(depths)

print(depths, depths.min(), depths.mean())
print(tensor, tensor.min(), tensor.mean())
