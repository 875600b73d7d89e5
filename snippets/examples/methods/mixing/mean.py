# Raises TypeError: NumPy calls the tensor's own `mean`, with arguments that it does not take.
import numpy as np
import torch

losses = torch.tensor([0.5, 0.25])
print(losses.mean(), np.mean(losses.numpy()))

np.mean(losses)
