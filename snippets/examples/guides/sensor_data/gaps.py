import numpy as np
import torch

pressure = np.array([1, 2, np.nan, 4, 5, 6], dtype=np.float32)
windows = torch.from_numpy(pressure).unfold(0, 2, 2)

complete = ~windows.isnan().any(dim=1)
print("complete:", windows[complete])
print("mean:", windows.mean(dim=1))
print("nanmean:", windows.nanmean(dim=1))
