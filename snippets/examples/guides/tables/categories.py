import numpy as np
import pandas as pd
import torch

weather = pd.Series(["rain", "sun", None, "rain"])
train = weather.astype("category")
codes = train.cat.codes.to_numpy(np.int64, copy=True)
print("train:", torch.from_numpy(codes))

test = pd.Series(["sun"]).astype(train.dtype)
print("test:", test.cat.codes.tolist())
alone = pd.Series(["sun"]).astype("category")
print("test, numbered anew:", alone.cat.codes.tolist())
