from pathlib import Path

import numpy as np
import torch

file = Path("rows.npy")
np.save(file, np.zeros((3, 2), dtype=np.float32))
rows = torch.from_numpy(np.load(file, mmap_mode="c"))

try:
    file.unlink()
except PermissionError as error:
    print(type(error).__name__)
del rows
file.unlink()
print(file.exists())
