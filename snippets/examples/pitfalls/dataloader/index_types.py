import numpy as np
from torch.utils.data import DataLoader, Subset


class Names:
    def __getitem__(self, row):
        return type(row).__name__


rows = np.array([2, 0])
print("array:", *DataLoader(Subset(Names(), rows)))
rows = rows.tolist()
print("list:", *DataLoader(Subset(Names(), rows)))
