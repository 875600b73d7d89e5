import numpy as np
import torch

images = np.full((2, 4, 4, 3), 51, dtype=np.uint8)

batch = torch.from_numpy(images).to("cuda").permute(0, 3, 1, 2).float().div_(255)

print(tuple(batch.shape), batch.dtype, batch.device, round(batch.mean().item(), 3))
