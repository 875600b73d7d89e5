import numpy as np
import torch

clock = np.array([1_700_000_000.25, 1_700_000_000.5, 1_700_000_001.0])
elapsed = torch.from_numpy((clock - clock[0]).astype(np.float32))

print(elapsed, elapsed.diff())
