import numpy as np
import torch

pressure = np.array([1.0, 2.0, np.nan, 4.0, 5.0, 6.0], dtype=np.float32)
windows = torch.from_numpy(pressure).unfold(0, 2, 2)

print(windows.mean(1))
print(windows.nanmean(1))
print(windows[~windows.isnan().any(1)])
