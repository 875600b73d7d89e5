import warnings

import numpy as np
import torch

warnings.simplefilter("ignore")
distance, time = np.array([1.0]), torch.tensor([3.0])

print((distance / time).item())
print((torch.from_numpy(distance) / time).item())
print((distance / time.numpy()).item())
