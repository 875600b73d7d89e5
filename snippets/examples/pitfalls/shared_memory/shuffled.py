import numpy as np
import torch

labels = np.array([0, 1, 2, 3])
tensor = torch.from_numpy(labels)
np.random.default_rng(0).shuffle(labels)
print(tensor)

labels = np.array([0, 1, 2, 3])
tensor = torch.from_numpy(labels)
labels = np.random.default_rng(0).permutation(labels)
print(tensor)
