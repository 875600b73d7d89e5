import warnings

import numpy as np
import torch

warnings.simplefilter("ignore", DeprecationWarning)
gaps = torch.tensor([1.0, torch.nan, 3.0, torch.nan])
levels = np.array([10.0, 20.0, 30.0, 40.0])

print("isnan of the tensor:", levels[np.isnan(gaps)])
print("of its array:", levels[np.isnan(gaps.numpy())])
