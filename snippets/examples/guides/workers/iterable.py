from itertools import islice

import numpy as np
from torch.utils.data import DataLoader, IterableDataset, get_worker_info


class Stream(IterableDataset):
    def __iter__(self):
        numbers = np.arange(4)
        info = get_worker_info()
        if info is None:
            return iter(numbers)
        return islice(numbers, info.id, None, info.num_workers)


if __name__ == "__main__":
    loader = DataLoader(Stream(), batch_size=None, num_workers=2)
    print("numbers:", sorted(number.item() for number in loader))
