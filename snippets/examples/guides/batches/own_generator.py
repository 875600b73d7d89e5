# Long: a data set with a generator, and what gives each worker its own
import numpy as np
import torch
from torch.utils.data import DataLoader, Dataset, get_worker_info


class Noise(Dataset):
    def __init__(self):
        self.generator = np.random.default_rng(0)

    def __len__(self):
        return 4

    def __getitem__(self, row):
        return self.generator.integers(1000)


def seed(worker):
    info = get_worker_info()
    info.dataset.generator = np.random.default_rng(info.seed)


if __name__ == "__main__":
    torch.manual_seed(0)
    for function in None, seed:
        loader = DataLoader(Noise(), batch_size=2, num_workers=2, worker_init_fn=function)
        print(function and function.__name__, [batch.tolist() for batch in loader])
