import numpy as np
import torch

times = np.array(["2026-03-01T12:00", "2026-03-01T12:01", "2026-03-01T12:02"], dtype="datetime64[s]")

print(torch.from_numpy(times.view(np.int64)))
print(torch.from_numpy(times.view(np.int64)).float().diff())
print(torch.from_numpy((times - times[0]) / np.timedelta64(1, "s")).float().diff())
