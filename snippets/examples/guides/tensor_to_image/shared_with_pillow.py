import torch
from PIL import Image

for shape in [(48, 64), (48, 64, 3), (48, 64, 4)]:
    pixels = torch.zeros(shape, dtype=torch.uint8)
    photo = Image.fromarray(pixels.numpy())
    pixels.fill_(255)
    print(photo.mode, "after the write:", photo.getpixel((0, 0)))
