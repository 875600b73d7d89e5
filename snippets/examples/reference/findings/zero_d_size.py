import numpy as np
import torch

size = np.array(3)
value = np.array(2.5, dtype=np.float32)
print("0-d float array:", torch.Tensor(value))
print("0-d integer array:", torch.Tensor(size).shape)
