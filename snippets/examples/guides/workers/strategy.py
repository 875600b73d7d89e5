# Long: a data set that asks, and three kinds of workers
import torch.multiprocessing as mp
from torch.utils.data import DataLoader, Dataset


class Strategy(Dataset):
    def __len__(self):
        return 1

    def __getitem__(self, row):
        return mp.get_sharing_strategy()


def share_by_name(worker):
    mp.set_sharing_strategy("file_system")


if __name__ == "__main__":
    mp.set_sharing_strategy("file_system")
    for method, start in ("fork", None), ("spawn", None), ("spawn", share_by_name):
        loader = DataLoader(Strategy(), num_workers=1, multiprocessing_context=method, worker_init_fn=start)
        print(f"{method}, worker_init_fn {start is not None}:", *next(iter(loader)))
