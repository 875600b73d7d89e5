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


def as_it_is(batch):
    return batch


for batch, target in DataLoader(Images(), 256, shuffle=True, collate_fn=as_it_is):
    print("batch:", batch.shape, batch.dtype, target.shape)
