import numpy as np
import torch

points = [np.full(3, number, dtype=np.float32) for number in range(20000)]

batch = torch.from_numpy(np.array(points))
print("batch:", batch.shape, batch.dtype)
