import numpy as np
import torch

single = np.array([0.25, 0.75], dtype=np.float32)
double = np.array([0.25, 0.75])
for levels in (single, double):
    torch.as_tensor(levels, dtype=torch.float32)[0] = 9.0

print(single)
print(double)
