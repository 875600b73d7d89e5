# Raises AssertionError: the dtypes differ
import numpy as np
import torch

scores = torch.tensor([0.1, 0.2])
expected = np.array([0.1, 0.2])

torch.testing.assert_close(scores, torch.from_numpy(expected))
