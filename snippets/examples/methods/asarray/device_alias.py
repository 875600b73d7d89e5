# Raises ValueError: the default device is not the CPU
import numpy as np
import torch

torch.set_default_device("meta")
scores = np.array([0.5, 1.5])

print(torch.asarray(scores, copy=False, device="cpu").device)

torch.asarray(scores, copy=False)
