import numpy as np
import torch
from PIL import Image, ImageOps

exif = Image.Exif()
exif[0x0112] = 6  # a photo, turned by 90 degrees
Image.new("RGB", (64, 48)).save("a.jpg", exif=exif)

photo = Image.open("a.jpg")
upright = ImageOps.exif_transpose(photo)

as_it_lies = torch.from_numpy(np.array(photo))
pixels = torch.from_numpy(np.array(upright))
print("as it lies:", as_it_lies.shape)
print("upright:", pixels.shape)
