import numpy as np
import pandas as pd
import torch

at = pd.Series(["2026-03-01 12:00", "2026-03-01 12:30", None])
times = pd.to_datetime(at)

elapsed = times - times.min()
seconds = elapsed.dt.total_seconds()
array = seconds.to_numpy(np.float32, copy=True)
print("seconds:", torch.from_numpy(array))
