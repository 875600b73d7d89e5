import numpy as np
import torch

weight = torch.tensor(2.0, requires_grad=True)
losses = [weight * 0.5, weight * 0.25]

print("tensor:", torch.stack(losses).mean())
print("number:", np.mean([loss.item() for loss in losses]))
