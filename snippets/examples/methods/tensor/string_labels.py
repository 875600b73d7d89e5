# Raises TypeError: strings have no dtype in torch
import numpy as np
import torch

animals = np.array(["dog", "cat", "dog"])
names, labels = np.unique(animals, return_inverse=True)

print(names, torch.tensor(labels))
print(torch.tensor(animals))
