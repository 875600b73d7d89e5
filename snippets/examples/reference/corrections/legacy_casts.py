import numpy as np
import torch

user_ids = np.array([16_777_216, 16_777_217, 16_777_219])
tensor = torch.Tensor(user_ids)

print("dtype:", tensor.dtype)
print("ids:", tensor.to(torch.int64))
