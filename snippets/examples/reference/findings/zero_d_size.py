import numpy as np
import torch

print(torch.Tensor(np.array(2.5, dtype=np.float32)))
print(torch.Tensor(np.array(3)).shape)
