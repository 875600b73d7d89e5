# Raises AssertionError: strict=True compares dtypes
import numpy as np
import torch

ids = np.array([1, 2])
tensor = torch.tensor([1.0, 2.0])

np.testing.assert_array_equal(tensor.numpy(), ids, strict=True)
