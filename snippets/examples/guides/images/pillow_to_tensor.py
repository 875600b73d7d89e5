import numpy as np
import torch
from PIL import Image

photo = Image.new("RGB", (640, 480), (255, 128, 0))

pixels = torch.from_numpy(np.array(photo.convert("RGB")))
image = pixels.permute(2, 0, 1) / 255
print("pixels:", pixels.shape, pixels.dtype)
print("image:", image.shape, image.dtype)
print("a pixel:", image[:, 0, 0])
