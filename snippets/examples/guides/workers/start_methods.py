# Long: a data set and a global, with each of the two start methods
import numpy as np
from torch.utils.data import DataLoader, Dataset

scale = 1.0


class Rows(Dataset):
    def __init__(self, rows):
        self.rows = rows

    def __len__(self):
        return 1

    def __getitem__(self, row):
        return f"map: {self.rows.filename is not None}, scale: {scale}"


if __name__ == "__main__":
    np.save("rows.npy", np.zeros((100, 100)))
    data, scale = Rows(np.load("rows.npy", mmap_mode="r")), 2.0
    for method in "fork", "spawn":
        loader = DataLoader(data, num_workers=1, multiprocessing_context=method)
        print(f"{method}:", *next(iter(loader)))
