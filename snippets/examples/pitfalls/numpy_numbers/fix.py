import numpy as np
from torch.utils.data import DataLoader

sizes = np.array([16, 32])

loader = DataLoader(range(64), batch_size=int(sizes[0]))
print("batches:", len(loader))
