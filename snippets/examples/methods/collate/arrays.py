import numpy as np
from torch.utils.data import DataLoader, default_collate


def as_arrays(samples):
    parts = default_collate(samples)
    return [part.numpy() for part in parts]


rows = np.ones((4, 2), np.float32)
samples = list(zip(rows, [3, 1, 2, 0], strict=True))
loader = DataLoader(samples, 2, collate_fn=as_arrays)
for rows, labels in loader:
    print(type(labels).__name__, labels, rows.shape)
