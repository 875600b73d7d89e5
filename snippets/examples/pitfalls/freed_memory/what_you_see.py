# Ends with SIGSEGV: the file is no longer mapped where the tensor lies
import mmap
from pathlib import Path

import numpy as np
import torch

path = Path("samples.bin")
np.arange(3.0).tofile(path)
with path.open("r+b") as file, mmap.mmap(file.fileno(), 0) as mapped:
    samples = torch.frombuffer(mapped, dtype=torch.float64)
    print("mapped:", samples.tolist())

print("closed:", samples.tolist())
