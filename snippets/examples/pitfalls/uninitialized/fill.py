import numpy as np
import torch

torch.use_deterministic_algorithms(True, warn_only=True)

shape = np.zeros((2, 3)).shape
print("torch.Tensor:", torch.Tensor(*shape))
print("torch.empty:", torch.empty(shape, dtype=torch.int16))
