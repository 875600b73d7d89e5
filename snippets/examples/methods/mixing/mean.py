import numpy as np
import torch

losses = torch.tensor([0.5, 0.25])

print("torch:", losses.mean())
print("numpy:", np.mean(losses.numpy()))
