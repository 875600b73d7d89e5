# Raises RuntimeError: NumPy has cut the graph
import numpy as np
import torch

weights = torch.tensor([1.0, 2.0], requires_grad=True)
loss = torch.tensor(np.mean(weights.detach().numpy() ** 2))
loss.backward()
