from itertools import islice

import numpy as np
from torch.utils.data import DataLoader, IterableDataset, get_worker_info


class Stream(IterableDataset):
    def __iter__(self):
        return iter(np.arange(4))


class Shared(Stream):
    def __iter__(self):
        info = get_worker_info()
        return islice(super().__iter__(), info.id, None, info.num_workers)


if __name__ == "__main__":
    for data in Stream(), Shared():
        loader = DataLoader(data, batch_size=None, num_workers=2)
        print(type(data).__name__, sorted(number.item() for number in loader))
