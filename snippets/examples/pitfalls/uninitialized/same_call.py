import numpy as np
import torch

for value in (5, np.int64(5), np.array(5), [5], np.array([5]), np.array(5.0)):
    print(f"{value!r:14}", tuple(torch.Tensor(value).shape))
