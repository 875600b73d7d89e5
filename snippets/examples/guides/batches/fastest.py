import numpy as np
import torch

images = torch.from_numpy(np.zeros((600, 28, 28), dtype=np.uint8))
labels = torch.from_numpy(np.arange(600) % 10)

for rows in torch.randperm(len(images)).split(256):
    batch, target = images.index_select(0, rows), labels.index_select(0, rows)
    print("batch:", batch.shape, batch.dtype)
print("shares:", np.shares_memory(images, batch))
