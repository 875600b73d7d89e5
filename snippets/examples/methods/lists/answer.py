import numpy as np
import torch

frames = [np.full((2, 2), number, np.float32) for number in range(3)]
batch = torch.from_numpy(np.stack(frames))

print("shape:", tuple(batch.shape))
print("dtype:", batch.dtype)
