# Long: one line an operation
import warnings

import numpy as np
import torch

warnings.simplefilter("ignore")
even = np.array([1, 2, 4, 8], np.float32)
high = np.array([2**24, 1, 1], np.float32)
half = np.array([60000, 60000], np.float16)
operations = {
    "std of 1, 2, 4, 8": (even, np.std, torch.std),
    "var of 1, 2, 4, 8": (even, np.var, torch.var),
    "median of 1, 2, 4, 8": (even, np.median, torch.median),
    "float32 cumsum of 2**24, 1, 1": (high, lambda x: np.cumsum(x)[-1], lambda x: torch.cumsum(x, 0)[-1]),
    "float16 sum of 60000, 60000": (half, np.sum, torch.sum),
    "float16 mean of 60000, 60000": (half, np.mean, torch.mean),
    "round(2.5)": (np.float64([2.5]), np.round, torch.round),
}
for name, (values, ours, theirs) in operations.items():
    print(f"{name}: {ours(values).item():.9g} | {theirs(torch.from_numpy(values)).item():.9g}")
