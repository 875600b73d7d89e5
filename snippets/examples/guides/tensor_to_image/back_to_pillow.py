import torch
from PIL import Image

image = torch.zeros(3, 48, 64)
image[0] = 1.5
image[1] = 0.999

scaled = image.clamp(0, 1).mul(255)
pixels = scaled.round().to(torch.uint8)
photo = Image.fromarray(pixels.permute(1, 2, 0).numpy())
print("photo:", photo.mode, photo.size)
print("a pixel:", photo.getpixel((0, 0)))
print("not rounded:", scaled.to(torch.uint8)[:, 0, 0])
