import warnings

import numpy as np
import torch

warnings.simplefilter("ignore")
table = np.arange(12).reshape(3, 4)
tensor = torch.from_numpy(table)
rows = [[0, 1], [1, 2]]
print("array:", table[rows].shape)
print("tensor:", tensor[rows].shape)
print("tensor, tensor:", tensor[torch.tensor(rows)].shape)
