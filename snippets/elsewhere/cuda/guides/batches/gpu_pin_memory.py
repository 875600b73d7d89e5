import numpy as np
import torch
from torch.utils.data import DataLoader, TensorDataset

images = np.ones((8, 3, 32, 32), dtype=np.float32)
labels = np.arange(8)
dataset = TensorDataset(torch.from_numpy(images), torch.from_numpy(labels))

for batch, targets in DataLoader(dataset, batch_size=4, pin_memory=True):
    on_gpu = batch.to("cuda", non_blocking=True)
    print(batch.is_pinned(), targets.is_pinned(), on_gpu.device, targets.dtype)
