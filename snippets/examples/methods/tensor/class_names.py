# Raises TypeError: PyTorch has no dtype for text
import numpy as np
import torch

species = np.array(["cat", "dog", "cat"])
names, labels = np.unique(species, return_inverse=True)
print(names, torch.tensor(labels))

torch.tensor(species)
