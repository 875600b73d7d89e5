import numpy as np
import torch

scores = torch.tensor([0.25, 0.75, 0.5])
array = np.asarray(scores)
array[2] = 0.0

print("array:", array, array.dtype)
print("scores:", scores)
