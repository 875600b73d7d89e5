# Raises TypeError: torch.Tensor takes no dtype=
import numpy as np
import torch

user_ids = np.array([16_777_216, 16_777_217, 16_777_219])
tensor = torch.Tensor(user_ids)

print(tensor.dtype)
print(tensor.to(torch.int64))
torch.Tensor(user_ids, dtype=torch.int64)
