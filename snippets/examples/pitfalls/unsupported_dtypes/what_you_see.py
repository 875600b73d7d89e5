# Raises TypeError: torch has no dtype for dates
import numpy as np
import torch

days = np.array(["2026-03-01", "2026-03-02", "2026-03-05"], dtype="datetime64[D]")

torch.from_numpy(days)
