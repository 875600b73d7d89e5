import numpy as np
import torch

lengths = np.array([2, 3])
longest = lengths.max()
print("longest:", type(longest).__name__)

padded = torch.zeros(len(lengths), longest)
print("size:", padded.shape)
print("view:", padded.view(longest, -1).shape)
print("slice:", padded[1, :longest])
