# Raises ValueError: a NumPy integer is no int
import numpy as np
from torch.utils.data import DataLoader

sizes = np.array([16, 32])

DataLoader(range(64), batch_size=sizes[0])
