import numpy as np
import torch
from torch.utils.data import DataLoader, Dataset


class Images(Dataset):
    pixels = np.zeros((600, 28, 28), dtype=np.uint8)
    labels = np.arange(600) % 10

    def __len__(self):
        return len(self.pixels)

    def __getitems__(self, rows):
        return torch.from_numpy(self.pixels[rows]), torch.from_numpy(self.labels[rows])


for batch, target in DataLoader(Images(), batch_size=256, shuffle=True, collate_fn=lambda batch: batch):
    print("batch:", batch.shape, batch.dtype, target.shape)
