import numpy as np
from torch.utils.data import default_collate

samples = [
    (np.zeros(3, np.float32), 1),
    (np.ones(3, np.float32), 0),
]
features, labels = default_collate(samples)

print("features:", features.dtype, tuple(features.shape))
print("labels:", labels.dtype, labels.tolist())
