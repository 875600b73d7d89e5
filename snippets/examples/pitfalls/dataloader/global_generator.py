import numpy as np
import torch
from torch.utils.data import DataLoader, Dataset


class Noise(Dataset):
    def __len__(self):
        return 4

    def __getitem__(self, row):
        return np.random.randint(1000)


if __name__ == "__main__":
    for numpy_seed, torch_seed in (0, 0), (1, 0), (0, 1):
        np.random.seed(numpy_seed)
        torch.manual_seed(torch_seed)
        drawn = [batch.tolist() for batch in DataLoader(Noise(), batch_size=2, num_workers=2)]
        print(f"seeds: NumPy {numpy_seed}, torch {torch_seed}:", drawn)
