import numpy as np
import torch

times = np.array(
    ["2026-03-01T12:00", "2026-03-01T12:01"],
    dtype="datetime64[s]",
)
elapsed = times - np.nanmin(times)
seconds = elapsed / np.timedelta64(1, "s")
tensor = torch.from_numpy(seconds).float()
print("array:", seconds, seconds.dtype)
print("tensor:", tensor, tensor.dtype)
