import numpy as np
import torch

pressure = np.arange(6, dtype=np.float32)
windows = torch.from_numpy(pressure).unfold(0, 4, 2)
own = windows.clone()

own[0, 2] = 99.0
print("clone:", own.tolist())
windows[0, 2] = 99.0
print("windows:", windows.tolist())
