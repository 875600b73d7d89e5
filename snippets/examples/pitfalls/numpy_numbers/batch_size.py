# Raises ValueError: a NumPy integer is no int
import numpy as np
from torch.utils.data import DataLoader

sizes = np.array([16, 32])
print("type:", type(sizes[0]).__name__)

DataLoader(range(64), batch_size=sizes[0])
