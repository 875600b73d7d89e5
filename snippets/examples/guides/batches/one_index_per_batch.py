import numpy as np
import torch
from torch.utils.data import DataLoader, Dataset


class Images(Dataset):
    def __init__(self):
        self.pixels = np.zeros((100, 28, 28), dtype=np.uint8)

    def __len__(self):
        return len(self.pixels)

    def __getitems__(self, rows):
        return torch.from_numpy(self.pixels[rows])


for batch in DataLoader(Images(), batch_size=40, shuffle=True, collate_fn=lambda batch: batch):
    print(batch.shape, batch.dtype)
