# Raises IndexError: an empty array is float64
import numpy as np
import torch

names = np.array(["cat", "dog", "emu"])
print("tensor:", names[torch.tensor([])])
print("array:", names[np.array([], dtype=np.int64)])
print("float64 array:", names[np.array([])])
