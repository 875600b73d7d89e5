import numpy as np
import torch

spectrum = np.array([1 + 2j, 3 - 1j])

print(torch.Tensor(spectrum))
print(torch.tensor(spectrum))
