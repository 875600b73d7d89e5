# Raises RuntimeError: torch.tensor pins no array.
import numpy as np
import torch

features = np.array([0.5, 1.5], dtype=np.float32)

torch.tensor(features, pin_memory=True)
