# Raises TypeError: the array holds two arrays, not numbers
import numpy as np
import torch

words = [np.array([7, 2, 9]), np.array([4, 1])]
try:
    np.array(words)
except ValueError as error:
    print(error)
torch.from_numpy(np.array(words, dtype=object))
