import numpy as np
import pandas as pd
import torch

train = pd.Series(["rain", "sun", None, "rain"], dtype="category")
test = pd.Series(["sun"])

print(torch.from_numpy(train.cat.codes.to_numpy(np.int64, copy=True)))
print(test.astype("category").cat.codes.tolist(), test.astype(train.dtype).cat.codes.tolist())
