import numpy as np
import torch

depth = torch.from_numpy(np.array([500, 40000, 65535], dtype=np.uint16))

print(depth * 2)
print(depth.to(torch.int16))
print(depth.to(torch.int32) * 2)
