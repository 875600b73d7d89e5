import numpy as np
import torch

offsets = np.broadcast_to(np.array([0.5, -0.5]), (3, 2))
shared = torch.from_numpy(offsets)
tensor = shared.clone()
tensor[0, 0] = 9.0

print(shared.stride(), tensor.stride())
print(tensor)
