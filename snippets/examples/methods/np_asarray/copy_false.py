# Raises ValueError: Tensor.__array__ takes no copy=
import numpy as np
import torch

scores = torch.tensor([0.25, 0.75, 0.5])
array = np.from_dlpack(scores, copy=False)
array[0] = 1.0
print(scores)

np.asarray(scores, copy=False)
