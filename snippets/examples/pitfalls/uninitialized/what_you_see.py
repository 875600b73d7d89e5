import numpy as np
import torch

torch.use_deterministic_algorithms(True)

counts = np.array([3, 4, 5])

print("torch.Tensor:", torch.Tensor(counts.max()))
