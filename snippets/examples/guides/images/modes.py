import numpy as np
from PIL import Image

modes = "1", "L", "P", "I;16", "I", "F", "LA", "RGB", "RGBA", "CMYK"
for mode in modes:
    pixels = np.array(Image.new(mode, (4, 2)))
    print(f"{mode}:", pixels.shape, pixels.dtype)
