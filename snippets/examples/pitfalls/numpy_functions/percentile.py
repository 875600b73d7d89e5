import numpy as np
import torch

array = np.array([1, 2, 4, 8], np.float32)
tensor = torch.from_numpy(array)
print("np.percentile:", np.percentile(array, 25))
print("quantile:", tensor.quantile(0.25))
