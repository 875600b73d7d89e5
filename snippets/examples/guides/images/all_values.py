import torch

pixels = torch.arange(256, dtype=torch.uint8)

image = pixels / 255
back = image.mul(255).round().to(torch.uint8)
print("dtype:", back.dtype)
print("equal:", torch.equal(back, pixels))
