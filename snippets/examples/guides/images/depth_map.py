# Raises NotImplementedError: uint16 has few operations
import numpy as np
import torch
from PIL import Image

millimeters = np.full((48, 64), 1500, dtype=np.uint16)
Image.fromarray(millimeters).save("depth.png")

with Image.open("depth.png") as photo:
    depth = torch.from_numpy(np.array(photo))
meters = depth.to(torch.float32) / 1000
print(depth.dtype, (meters > 1.2).sum())
print((depth > 1200).sum())
