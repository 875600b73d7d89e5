# Raises RuntimeError: PyTorch counts its own in-place writes
import torch

inputs = torch.tensor([1.0, 2.0, 3.0])
weights = torch.tensor([0.5, 0.5, 0.5], requires_grad=True)

loss = (weights * inputs).sum()
inputs *= 100
loss.backward()
