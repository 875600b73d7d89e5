import numpy as np
import torch

clock = np.array([1_700_000_000.25, 1_700_000_000.5, 1_700_000_001.0])
elapsed = (clock - clock[0]).astype(np.float32)
tensor = torch.from_numpy(elapsed)

print("seconds:", tensor)
print("steps:", tensor.diff())
