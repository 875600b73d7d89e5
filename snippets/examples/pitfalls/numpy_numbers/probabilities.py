# Raises ValueError: a tensor's probabilities in float32 are summed too strictly
import numpy as np
import torch

chances = torch.tensor([0.1, 0.2, 0.3]).softmax(dim=0)

np.random.default_rng(0).choice(3, p=chances)
