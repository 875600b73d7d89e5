import numpy as np
import torch

image = np.ones((2, 3), np.float32)
top, bottom, left, right = 1, 0, 0, 4
sides = ((top, bottom), (left, right))
print("np:", np.pad(image, sides).shape)
pixels = torch.from_numpy(image)
sides = (left, right, top, bottom)
padded = torch.nn.functional.pad(pixels, sides)
print("torch:", padded.shape)
