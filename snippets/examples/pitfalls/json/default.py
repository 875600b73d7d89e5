import json

import numpy as np
import torch


def plain(value):
    if isinstance(value, (np.ndarray, torch.Tensor)):
        return value.tolist()
    if isinstance(value, np.bool_):
        return bool(value)
    if isinstance(value, np.integer):
        return int(value)
    if isinstance(value, np.floating):
        return float(value)
    raise TypeError(f"no JSON for {type(value)}")


metrics = {"acc": np.float32(0.75), "ids": torch.tensor([3, 1])}
print(json.dumps(metrics, default=plain))
