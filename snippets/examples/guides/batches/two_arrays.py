import numpy as np
import torch
from torch.utils.data import DataLoader, TensorDataset

images = np.zeros((600, 28, 28), dtype=np.uint8)
labels = np.arange(600) % 10

data = TensorDataset(torch.from_numpy(images), torch.from_numpy(labels))
for batch, target in DataLoader(data, batch_size=256, shuffle=True):
    print("batch:", batch.shape, batch.dtype, target.shape)
