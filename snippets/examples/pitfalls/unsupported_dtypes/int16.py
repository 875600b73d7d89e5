import numpy as np
import torch

depth = torch.from_numpy(np.array([500, 40000, 65535], dtype=np.uint16))

print("uint16:", depth * 2)
print("int16:", depth.to(torch.int16) * 2)
print("int32:", depth.to(torch.int32) * 2)
