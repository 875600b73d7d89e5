import numpy as np
import pandas as pd
import torch

visits = pd.Series([3, None, 5], dtype="Int64")

floats = visits.to_numpy(np.float32)
print("float32:", torch.from_numpy(floats))
ids = visits.to_numpy(np.int64, na_value=-1)
print("int64:", torch.from_numpy(ids))
