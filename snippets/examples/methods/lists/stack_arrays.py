# Raises TypeError: `torch.stack` takes tensors, `np.stack` arrays.
import numpy as np
import torch

frames = [np.zeros(2), np.ones(2)]
print(torch.from_numpy(np.stack(frames)))

torch.stack(frames)
