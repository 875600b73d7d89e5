import random

import numpy as np
import torch

random.seed(0)
ids = torch.arange(6)
random.shuffle(ids)
print("random.shuffle of a tensor:", ids.tolist())

rows = np.arange(6).reshape(3, 2)
rows[0], rows[1] = rows[1], rows[0]
print("swapped rows of an array:", rows.tolist())
