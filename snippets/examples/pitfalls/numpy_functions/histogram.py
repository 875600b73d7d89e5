import numpy as np
import torch

array = np.array([0, 1, 1, 2, 8], np.float32)
tensor = torch.from_numpy(array)
print("np:", *np.histogram(array, bins=4))
print("torch:", *torch.histogram(tensor, 4))
print("histc:", torch.histc(tensor, 4))
levels = torch.tensor([0, 3, 3, 255])
counts = levels.bincount(minlength=256)
print("level 3:", counts[3])
