# Raises AttributeError: a tensor has no astype
import numpy as np
import torch


def to_unit(image):
    image = image.astype(np.float32)
    return image / image.max()


pixels = np.array([0, 51, 255], np.uint8)
print("array:", to_unit(pixels))
print(to_unit(torch.from_numpy(pixels)))
