# Raises RuntimeError: None is no number; use NaN where a value is missing.
import torch

torch.tensor([20.5, None, 21.0])
