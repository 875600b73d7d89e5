import torch

gray = torch.tensor([100, 200, 250], dtype=torch.uint8)
wide = gray.to(torch.int16) + 10
print("widened:", wide.clamp(0, 255).to(torch.uint8))
print("uint8:", gray + 10)
