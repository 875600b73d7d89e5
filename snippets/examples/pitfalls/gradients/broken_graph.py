# Raises RuntimeError: the way through NumPy ended the graph
import numpy as np
import torch

weights = torch.tensor([0.5, 1.5], requires_grad=True)

losses = np.logaddexp(weights.detach().numpy(), 0.0)
torch.from_numpy(losses).sum().backward()
