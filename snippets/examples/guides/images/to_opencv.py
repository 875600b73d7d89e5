import torch

image = torch.tensor([[[1.0, 0.5]], [[0.0, 0.5]], [[0.0, 1.2]]])  # red, green, blue; 1 row, 2 columns

pixels = image.mul(255).round().clamp(0, 255).to(torch.uint8)
blue_first = pixels.flip(0).permute(1, 2, 0).contiguous().numpy()

print(blue_first, blue_first.dtype, blue_first.flags["C_CONTIGUOUS"])
