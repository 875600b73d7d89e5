import numpy as np
import torch

user_ids = np.array([2**24, 2**24 + 1, 2**24 + 3])

print(torch.tensor(user_ids))
print(torch.Tensor(user_ids).long())
