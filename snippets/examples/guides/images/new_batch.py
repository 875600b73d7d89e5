import numpy as np
import torch

images = np.full((3, 48, 64, 3), 51, dtype=np.uint8)

scaled = np.divide(images, np.float32(255), dtype=np.float32)
batch = torch.from_numpy(scaled).permute(0, 3, 1, 2)
print("batch:", batch.shape, batch.dtype)
print("means:", batch.mean(dim=(1, 2, 3)))
