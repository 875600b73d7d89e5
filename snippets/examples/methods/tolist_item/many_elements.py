# Raises RuntimeError: `item` takes one element, `tolist` any number.
import torch

losses = torch.tensor([0.5, 0.25])
print(losses.mean().item(), losses.tolist())

losses.item()
