import numpy as np
import torch

torch.set_default_device("meta")
array = np.array([[0.5, 1.5]])

tensor = torch.as_tensor(array, dtype=torch.float32, device="cpu")
print(tensor, np.shares_memory(array, torch.as_tensor(array, device="cpu")))
