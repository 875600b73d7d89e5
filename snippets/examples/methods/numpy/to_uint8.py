import torch

image = torch.tensor([[0.0, 0.5], [0.7, 1.0]])
pixels = image.mul(255).round().to(torch.uint8).numpy()

print(pixels, pixels.dtype)
