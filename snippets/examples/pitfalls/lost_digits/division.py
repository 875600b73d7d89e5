import warnings

import numpy as np
import torch

warnings.simplefilter("ignore")
distance, time = np.array([1.0]), torch.tensor([3.0])

print("array / tensor:", (distance / time).item())
print("tensors:", (torch.from_numpy(distance) / time).item())
print("arrays:", (distance / time.numpy()).item())
