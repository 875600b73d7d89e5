# Raises TypeError: the tensor is on the GPU.
import torch

losses = torch.tensor([0.5, 0.25], device="cuda")

print(losses.numpy())
