import numpy as np
import torch

weights = torch.ones(3)
print(np.zeros(3).astype(weights.numpy().dtype).dtype)

array = np.ones(3)
print(torch.zeros(3).to(torch.from_numpy(array).dtype).dtype)
