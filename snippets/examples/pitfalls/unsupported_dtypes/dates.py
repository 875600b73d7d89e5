import numpy as np
import torch

days = np.array(["2026-03-01", "NaT", "2026-03-05"], dtype="datetime64[D]")

elapsed = (days - days[0]) / np.timedelta64(1, "D")
print("days:", torch.from_numpy(elapsed.astype(np.float32)))

seconds = days.astype("datetime64[s]").view(np.int64)
print("since 1970:", *torch.from_numpy(seconds).tolist(), sep="\n  ")
