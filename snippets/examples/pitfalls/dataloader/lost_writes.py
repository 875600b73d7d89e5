import numpy as np
from torch.utils.data import DataLoader, Dataset


class Counted(Dataset):
    def __init__(self):
        self.reads = np.zeros(4, dtype=int)

    def __len__(self):
        return 4

    def __getitem__(self, row):
        self.reads[row] += 1
        return row


if __name__ == "__main__":
    for workers in 0, 2:
        data = Counted()
        list(DataLoader(data, batch_size=2, num_workers=workers))
        print(workers, "workers:", data.reads)
