# Raises AssertionError: a value became a length
import numpy as np
import torch

torch.use_deterministic_algorithms(True, warn_only=True)

best = torch.Tensor(np.argmax(np.array([0.1, 0.2, 0.7])))

assert best.numel(), "a length of 0: use torch.tensor"
assert not best.isnan().any(), "uninitialized: use torch.tensor"
