# Raises ValueError: an integer array holds nothing for a missing value
import numpy as np
import pandas as pd
import torch

visits = pd.Series([3, None, 5], dtype="Int64")
print(torch.from_numpy(visits.to_numpy(np.float32)))
print(torch.from_numpy(visits.to_numpy(np.int64, na_value=-1)))
visits.to_numpy(np.int64)
