# Raises BufferError: np.frombuffer stops the with statement from closing the map
import mmap
from pathlib import Path

import numpy as np
import torch

path = Path("samples.bin")
np.arange(3.0).tofile(path)
with path.open("r+b") as file, mmap.mmap(file.fileno(), 0) as mapped:
    samples = torch.from_numpy(np.frombuffer(mapped, dtype=np.float64))
