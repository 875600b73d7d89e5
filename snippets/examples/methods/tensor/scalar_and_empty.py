import numpy as np
import torch

mean = np.array([20.5, 21.5]).mean()

print(torch.tensor(np.array(18.5, dtype=np.float32)))
print(type(mean).__name__, torch.tensor(mean))
print(type(mean.item()).__name__, torch.tensor(mean.item()))
print(torch.tensor(np.empty((0, 3))))
print(torch.tensor([]))
