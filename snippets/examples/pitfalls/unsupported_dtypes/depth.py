# Raises NotImplementedError: few operations take uint16
import io

import numpy as np
import torch
from PIL import Image

millimeters = np.array([[500, 40000], [1200, 65535]], dtype=np.uint16)
file = io.BytesIO()
Image.fromarray(millimeters).save(file, "png")

depth = torch.from_numpy(np.array(Image.open(file)))
print(depth.dtype, depth.to(torch.float32).max())

depth.max()
