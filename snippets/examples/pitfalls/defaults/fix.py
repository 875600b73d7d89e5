import numpy as np
import torch

torch.set_default_device("meta")
array = np.array([[0.5, 1.5]])

features = torch.as_tensor(array, dtype=torch.float32, device="cpu")
print("dtype and device named:", features)

same = torch.as_tensor(array, device="cpu")
print("device named:", same.dtype)
print("shares:", np.shares_memory(array, same))
