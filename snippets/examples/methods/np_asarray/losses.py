# Raises RuntimeError: the losses still require grad
import numpy as np
import torch

weight = torch.tensor(2.0, requires_grad=True)
losses = [(weight - target) ** 2 for target in (1.0, 3.0, 4.0)]

print(np.asarray([loss.detach() for loss in losses]))
print(np.asarray([loss.item() for loss in losses]).dtype)

np.asarray(losses)
