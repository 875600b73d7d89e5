# Long: a whole data set, and the file that its worker opens
import numpy as np
import torch
from torch.utils.data import DataLoader, Dataset


class Rows(Dataset):
    def __init__(self, file):
        self.file, self.rows = file, None

    def __len__(self):
        return 4

    def __getitem__(self, row):
        if self.rows is None:
            self.rows = np.load(self.file, mmap_mode="r")
        return torch.tensor(self.rows[row])


if __name__ == "__main__":
    np.save("rows.npy", np.arange(8.0).reshape(4, 2))
    loader = DataLoader(Rows("rows.npy"), batch_size=2, num_workers=1, multiprocessing_context="spawn")
    for batch in loader:
        print("batch:", batch, sep="\n")
