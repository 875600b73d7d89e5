import numpy as np
import torch

heights = np.array([1.0, 2.0, 3.0, 4.0])
targets = torch.from_numpy(heights).float()
scores = targets[:, None]  # as of a layer

loss = torch.nn.functional.mse_loss
print("(4, 1) with (4,):", loss(scores, targets))
scores = scores.squeeze(1)
print("(4,) with (4,):", loss(scores, targets))
