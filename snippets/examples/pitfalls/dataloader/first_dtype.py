import numpy as np
from torch.utils.data import DataLoader

if __name__ == "__main__":
    dark = np.array([7], dtype=np.uint8)
    bright = np.array([300])
    for workers in 0, 1:
        loader = DataLoader(
            [dark, bright],
            batch_size=2,
            num_workers=workers,
        )
        batch = next(iter(loader))
        print(f"{workers} workers:", batch.tolist())
