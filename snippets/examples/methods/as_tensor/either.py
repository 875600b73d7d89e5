import numpy as np
import torch

single = np.array([0.25, 0.75], np.float32)
double = np.array([0.25, 0.75])

for levels in (single, double):
    tensor = torch.as_tensor(levels, dtype=torch.float32)
    tensor[0] = 9.0
    print(levels.dtype, "array:", levels)
