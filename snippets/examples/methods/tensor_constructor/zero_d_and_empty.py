import numpy as np
import torch

print(torch.Tensor(np.array(19.5)))
print(torch.Tensor(np.empty((0, 3))))
