import numpy as np
import torch
from torch.utils.data import DataLoader, Dataset


class Noise(Dataset):
    generator = np.random.default_rng(0)

    def __len__(self):
        return 4

    def __getitem__(self, row):
        return self.generator.integers(1000)


if __name__ == "__main__":
    torch.manual_seed(0)
    loader = DataLoader(Noise(), batch_size=2, num_workers=2)
    for batch in loader:
        print("drawn:", batch.tolist())
