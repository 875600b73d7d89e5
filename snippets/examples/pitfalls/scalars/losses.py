import numpy as np
import torch

weight = torch.tensor(2.0, requires_grad=True)
losses = [weight * 0.5, weight * 0.25]

print(torch.stack(losses).mean())
print(np.mean([loss.item() for loss in losses]))
