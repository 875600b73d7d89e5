import numpy as np
import torch

losses = torch.tensor([0.5, 0.25], requires_grad=True)
array = losses.detach().cpu().numpy()

print("torch:", losses.mean().item())
print("numpy:", np.mean(array))
