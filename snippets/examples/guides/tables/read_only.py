import warnings

import pandas as pd
import torch

warnings.simplefilter("ignore")
levels = pd.DataFrame({"indoor": [20.5, 21.0], "outdoor": [3.5, 4.0]})

copied = torch.from_numpy(levels.to_numpy(copy=True))
copied.fill_(0)
print("frame:", levels["indoor"].tolist())

shared = torch.from_numpy(levels.values)
shared.fill_(0)
print("after the write to values:", levels["indoor"].tolist())
