import numpy as np
import pandas as pd
import torch

times = pd.to_datetime(["2026-03-01 06:00", "2026-03-01 18:00"])
hour = torch.from_numpy(times.hour.to_numpy(np.float32, copy=True))
angle = hour * (2 * torch.pi / 24)
print("sine:", angle.sin())
print("hour:", hour)
