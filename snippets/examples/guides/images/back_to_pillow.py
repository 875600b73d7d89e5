import torch
from PIL import Image

image = torch.zeros(3, 48, 64)
image[0] = 1.5
image[1] = 0.999

pixels = image.clamp(0, 1).mul(255).round().to(torch.uint8)
photo = Image.fromarray(pixels.permute(1, 2, 0).numpy())
photo.save("restored.png")

print(photo.mode, photo.size, photo.getpixel((0, 0)))
print(image[1, 0, 0].mul(255).to(torch.uint8))
