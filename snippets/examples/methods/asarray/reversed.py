# Raises ValueError: a reversed axis has a negative stride
import numpy as np
import torch

newest_first = np.array([18.0, 18.5, 19.0])[::-1]

print(torch.asarray(newest_first.copy()))

torch.asarray(newest_first, copy=True)
