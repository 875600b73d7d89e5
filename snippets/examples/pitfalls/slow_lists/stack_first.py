import numpy as np
import torch

frames = [np.full((2, 2), number, dtype=np.uint8) for number in range(3)]

batch = torch.from_numpy(np.stack(frames))
print("batch:", batch.shape, batch.dtype)
