import numpy as np
import torch

scores = torch.tensor([0.25, 0.5, 0.75])
array = np.from_dlpack(scores, copy=False)
array[0] = 0.0

print("array:", array, array.dtype)
print("scores:", scores)
