import warnings

import numpy as np
import torch

pressure = np.arange(10, dtype=np.float32)
windows = np.lib.stride_tricks.sliding_window_view(pressure, 4)[::2]

with warnings.catch_warnings(record=True) as caught:
    tensor = torch.from_numpy(windows)
print(str(caught[0].message).partition(",")[0])
print(tensor.shape, windows.flags.writeable)
