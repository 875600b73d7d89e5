# Raises RuntimeError: one call followed the default device, the other did not
import numpy as np
import torch

torch.set_default_device("meta")
scores = np.array([0.5, 1.5])
torch.from_numpy(scores) + torch.tensor(scores)
