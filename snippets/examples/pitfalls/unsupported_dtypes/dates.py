import numpy as np
import torch

days = np.array(["2026-03-01", "NaT", "2026-03-05"], dtype="datetime64[D]")
elapsed = (days - days[0]) / np.timedelta64(1, "D")

print(torch.from_numpy(elapsed.astype(np.float32)))
print(torch.from_numpy(days.astype("datetime64[s]").view(np.int64)))
