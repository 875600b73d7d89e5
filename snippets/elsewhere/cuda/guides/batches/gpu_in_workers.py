import numpy as np
import torch
from torch.utils.data import DataLoader, Dataset


class Readings(Dataset):
    def __init__(self):
        self.rows = np.arange(12, dtype=np.float32).reshape(4, 3)

    def __len__(self):
        return len(self.rows)

    def __getitem__(self, index):
        return torch.from_numpy(self.rows[index]).to("cuda")


torch.zeros(1, device="cuda")
try:
    next(iter(DataLoader(Readings(), batch_size=2, num_workers=1)))
except RuntimeError as error:
    print(str(error).splitlines()[-1])
