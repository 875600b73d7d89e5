import io

import numpy as np
import torch
from PIL import Image

millimeters = np.array([[500, 40000], [1200, 65535]], dtype=np.uint16)
file = io.BytesIO()
Image.fromarray(millimeters).save(file, "png")

depth = np.array(Image.open(file))
tensor = torch.from_numpy(depth.astype(np.int32))
print("file:", depth.dtype)
print("farthest:", tensor.max())
