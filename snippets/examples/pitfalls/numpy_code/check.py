# Raises AssertionError: the two libraries disagree
import numpy as np
import torch


def spread(values):
    return values.std(axis=0)


array = np.arange(8.0).reshape(4, 2)
found = spread(torch.from_numpy(array))
np.testing.assert_allclose(found, spread(array))
