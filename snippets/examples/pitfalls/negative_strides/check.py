# Raises AssertionError: the augmentation gives a reversed view
import numpy as np


def mirror(image):
    return image[:, ::-1]


image = np.zeros((4, 6), dtype=np.float32)
strides = mirror(image).strides

assert min(strides, default=0) >= 0, f"reversed view, strides {strides}: add .copy()"
