# Raises ValueError: Tensor.__array__ has no copy=
import numpy as np
import torch

scores = torch.zeros(3)
print(np.shares_memory(np.asarray(scores), scores.numpy()))
np.asarray(scores, copy=False)
