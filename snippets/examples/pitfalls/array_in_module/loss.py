# Raises TypeError: the target is an array
import numpy as np
import torch

scores = torch.tensor([0.5, 1.0])
target = np.array([0.0, 1.0], np.float32)
torch.nn.functional.mse_loss(scores, target)
