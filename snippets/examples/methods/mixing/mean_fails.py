# Raises TypeError: NumPy calls the tensor's own `mean`, with arguments that it does not take.
import numpy as np
import torch

losses = torch.tensor([0.5, 0.25])

np.mean(losses)
