import numpy as np
import torch

frames = [np.full((2, 2), number, dtype=np.float32) for number in range(3)]
buffer = torch.empty(3, 2, 2, pin_memory=True)

np.stack(frames, out=buffer.numpy())
batch = buffer.to("cuda", non_blocking=True)

print("batch:", batch.shape)
print("last:", batch[2])
