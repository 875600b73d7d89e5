# Raises RuntimeError: torch.tensor takes no Pillow image
import torch
from PIL import Image

photo = Image.new("RGB", (64, 48))
torch.tensor(photo)
