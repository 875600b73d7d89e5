import numpy as np
import torch

stereo = np.array([1, -1, 2, -2, 3, -3], dtype=np.int16)
left = stereo[::2]
right = torch.from_numpy(stereo[1::2])

print("may share:", np.may_share_memory(left, right))
print("shares:", np.shares_memory(left, right))
