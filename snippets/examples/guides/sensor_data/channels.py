import numpy as np
import torch

recording = np.zeros((1000, 3), dtype=np.float32)

windows = torch.from_numpy(recording).unfold(0, 100, 50)
print("windows, channels, time:", windows.shape)
layer = torch.nn.Conv1d(3, 8, kernel_size=5)
print("layer:", layer(windows).shape)
