from pathlib import Path

import numpy as np
import torch

recording = torch.from_numpy(np.zeros(100_000, dtype=np.float32))
first = recording[:10]
torch.save(first, "view.pt")
torch.save(first.clone(), "clone.pt")
print(Path("view.pt").stat().st_size // 1000, "kB")
print(Path("clone.pt").stat().st_size // 1000, "kB")
