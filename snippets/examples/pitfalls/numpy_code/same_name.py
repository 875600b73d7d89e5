import numpy as np
import torch

array = np.array([1, 2, 4, 8], np.float32)
tensor = torch.from_numpy(array)
print("std:", array.std(), tensor.std().item())
print("median:", np.median(array), tensor.median())
print("repeat:", array[:2].repeat(2))
print("       ", tensor[:2].repeat(2))
print("split:", *np.array_split(array, 3))
print("      ", *torch.split(tensor, 3))
