import numpy as np
import torch

images = np.full((2, 4, 4, 3), 51, dtype=np.uint8)
buffer = torch.empty(images.shape, dtype=torch.uint8, pin_memory=True)

buffer.copy_(torch.from_numpy(images))
batch = buffer.to("cuda", non_blocking=True).permute(0, 3, 1, 2).float().div_(255)
print("batch:", tuple(batch.shape), batch.dtype, batch.device)
print("mean:", round(batch.mean().item(), 3))
