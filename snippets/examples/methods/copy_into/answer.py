import numpy as np
import torch

frame = np.array([[0, 128], [255, 64]], np.uint8)
batch = torch.zeros(2, 2, 2)

batch[0].copy_(torch.from_numpy(frame))

print("batch[0]:", batch[0], batch.dtype)
