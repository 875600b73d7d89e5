import json

import numpy as np
import torch


def plain(value):
    if isinstance(value, (np.generic, np.ndarray, torch.Tensor)):
        return value.tolist()
    raise TypeError(f"no JSON for {type(value)}")


metrics = {"acc": np.float32(0.75), "loss": torch.tensor(0.5), "ids": np.array([3, 1])}
print(json.dumps(metrics, default=plain))
