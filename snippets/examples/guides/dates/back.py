import numpy as np
import torch

start = np.datetime64("2026-03-01T12:00", "s")
seconds = torch.tensor([0.0, 60.0])

whole = seconds.round().long().cpu().numpy()
print("times:", start + whole.astype("timedelta64[s]"))
