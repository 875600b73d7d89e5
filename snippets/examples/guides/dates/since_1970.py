import numpy as np
import torch

times = np.array(
    ["2026-03-01T12:00", "2026-03-01T12:01"],
    dtype="datetime64[s]",
)
seconds = torch.from_numpy(times.view(np.int64))
print("since 1970:", seconds)
print("apart, int64:", seconds.diff())
print("apart, float32:", seconds.float().diff())
