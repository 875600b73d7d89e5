import numpy as np
import torch

readings = np.array([20.5, 21.0], dtype=np.float32)

print(torch.tensor(readings, device="cuda"))
