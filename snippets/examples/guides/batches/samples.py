import numpy as np
from torch.utils.data import default_collate

hall = {
    "levels": np.array([20.5, 21.0], dtype=np.float32),
    "label": np.int64(1),
    "weight": 0.5,
    "room": "hall",
}
attic = {**hall, "label": np.int64(0), "room": "attic"}

batch = default_collate([hall, attic])
for name, part in batch.items():
    print(f"{name}:", getattr(part, "dtype", part))
