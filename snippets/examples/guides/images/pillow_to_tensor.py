import numpy as np
import torch
from PIL import Image

Image.new("RGB", (640, 480), (255, 128, 0)).save("photo.png")

with Image.open("photo.png") as photo:
    pixels = torch.from_numpy(np.array(photo.convert("RGB")))
image = pixels.permute(2, 0, 1) / 255

print(pixels.shape, pixels.dtype)
print(image.shape, image.dtype)
print(image[:, 0, 0])
