import numpy as np
import torch

torch.use_deterministic_algorithms(True)

shape = np.zeros((2, 3)).shape
print(torch.Tensor(*shape))
print(torch.empty(shape, dtype=torch.int16))
print(torch.from_numpy(np.zeros(shape)))
