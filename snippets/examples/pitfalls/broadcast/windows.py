import numpy as np
import torch

signal = np.array([0.0, 10.0, 20.0, 30.0])
windows = np.lib.stride_tricks.sliding_window_view(signal, 2, writeable=True)

print("copy:", torch.tensor(windows).add_(1))
print("shared:", torch.from_numpy(windows).add_(1))
print("signal:", signal)
