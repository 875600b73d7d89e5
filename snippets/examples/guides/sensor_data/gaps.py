import numpy as np
import torch

pressure = np.array([1.0, 2.0, np.nan, 4.0, 5.0, 6.0])
windows = torch.from_numpy(pressure).float().unfold(0, 2, 2)

complete = ~windows.isnan().any(dim=1)
print("complete:", windows[complete])
print("mean:", windows.mean(dim=1))
print("nanmean:", windows.nanmean(dim=1))
