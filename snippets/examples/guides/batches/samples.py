import numpy as np
from torch.utils.data import DataLoader

samples = [
    {"levels": np.array([20.5, 21.0], dtype=np.float32), "label": np.int64(1), "weight": 0.5, "room": "hall"},
    {"levels": np.array([18.0, 18.5], dtype=np.float32), "label": np.int64(0), "weight": 1.0, "room": "attic"},
]
for name, batch in next(iter(DataLoader(samples, batch_size=2))).items():
    print(name, batch)
