# Raises TypeError: a NumPy float is neither a sequence nor an array
import numpy as np
import torch

mean = np.array([18.5, 19.0, 21.0]).mean()

torch.Tensor(mean)
