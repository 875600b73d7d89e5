# Raises AssertionError: the function under test divides in place
import numpy as np
import torch


def normalize(batch):
    return batch.div_(batch.max())


pixels = np.array([0.0, 128.0, 255.0])
before = pixels.copy()
normalize(torch.from_numpy(pixels))

same = np.array_equal(pixels, before, equal_nan=True)
assert same, f"the input is {pixels} now"
