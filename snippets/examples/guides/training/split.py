import numpy as np
import torch
from torch.utils.data import random_split

rows = np.arange(10)
for _ in range(2):
    generator = torch.Generator().manual_seed(0)
    parts = random_split(rows, [8, 2], generator)
    print("test rows:", parts[1].indices)
