import numpy as np
import torch

times = np.array(["2024-03-01T00:00", "2024-03-01T00:10"], dtype="datetime64[s]")
elapsed = (times - times[0]) / np.timedelta64(1, "s")

print(torch.from_numpy(elapsed.astype(np.float32)))
since_1970 = torch.from_numpy(times.view(np.int64))
print(since_1970.diff(), since_1970.float().diff())
