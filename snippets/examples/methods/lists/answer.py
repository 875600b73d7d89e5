import numpy as np
import torch

frame = np.zeros((2, 2), np.float32)
frames = [frame, frame + 1, frame + 2]
batch = torch.from_numpy(np.stack(frames))

print("shape:", tuple(batch.shape))
print("dtype:", batch.dtype)
