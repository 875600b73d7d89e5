import warnings

import numpy as np
import torch

warnings.simplefilter("ignore")
array, tensor = np.array([1.0]), torch.tensor([3.0])
print("array / tensor:", (array / tensor).item())
print("array / array:", (array / tensor.numpy()).item())
