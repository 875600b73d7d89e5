import warnings

import numpy as np
import torch

warnings.filterwarnings("ignore", "The given NumPy array is not writable")

samples = np.arange(5.0)
windows = torch.from_numpy(np.lib.stride_tricks.sliding_window_view(samples, 3))
windows[0, 2] = 99.0

print("windows:", windows)
print("samples:", samples)
