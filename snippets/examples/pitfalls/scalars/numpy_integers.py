import numpy as np
import torch

lengths = np.array([2, 3])
longest = lengths.max()
padded = torch.zeros(len(lengths), longest)

print(type(longest).__name__, padded.shape)
print(padded.view(longest, -1).shape)
print(padded[1, :longest])
print(list(range(longest)))
