# Raises RuntimeError: an offset is taken for a length
import numpy as np
import torch

offsets = np.array([-3, 2])

torch.Tensor(offsets[0])
