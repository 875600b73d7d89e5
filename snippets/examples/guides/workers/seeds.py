# Long: a data set with a generator, alone and in the two that wrap it
import numpy as np
import torch
from torch.utils.data import ConcatDataset, DataLoader, Dataset, Subset


class Noise(Dataset):
    generator = None

    def __len__(self):
        return 4

    def __getitem__(self, row):
        if self.generator is None:
            self.generator = np.random.default_rng(torch.initial_seed())
        return self.generator.integers(1000)


if __name__ == "__main__":
    for data in Noise(), Subset(Noise(), range(4)), ConcatDataset([Noise()]):
        torch.manual_seed(0)
        loader = DataLoader(data, batch_size=2, num_workers=2)
        print(f"{type(data).__name__}:", [batch.tolist() for batch in loader])
