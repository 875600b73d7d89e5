# Raises ValueError: Tensor.__array__ has no copy=
import numpy as np
import torch

scores = torch.zeros(3)
np.asarray(scores, copy=False)
