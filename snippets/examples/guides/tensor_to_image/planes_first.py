# Raises TypeError: Pillow takes height, width, channels
import torch
from PIL import Image

pixels = torch.zeros(3, 48, 64, dtype=torch.uint8)
Image.fromarray(pixels.numpy())
