# Raises AssertionError: one of the depths is masked
import numpy as np
import torch


def to_tensor(array):
    assert not np.ma.is_masked(array), f"{np.ma.count_masked(array)} masked: fill them first"
    return torch.from_numpy(array)


to_tensor(np.ma.masked_equal([20.5, -999.0, 21.5], -999.0))
