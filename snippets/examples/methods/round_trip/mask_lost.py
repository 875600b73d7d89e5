import numpy as np
import torch

depths = np.ma.masked_equal([2.0, -999.0, 4.0], -999.0)
back = torch.from_numpy(depths).numpy()
valid = torch.from_numpy(depths.compressed()).numpy()

print(type(back))
print(depths.mean(), back.mean(), valid.mean())
