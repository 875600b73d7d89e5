# Raises RuntimeError: None is no number; use NaN where a value is missing.
import numpy as np
import torch

print(torch.tensor([20.5, np.nan, 21.0]))

torch.tensor([20.5, None, 21.0])
