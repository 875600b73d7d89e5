import torch

gray = torch.tensor([100, 200, 250], dtype=torch.uint8)
print(gray + 10)
print((gray.to(torch.int16) + 10).clamp(0, 255).to(torch.uint8))
