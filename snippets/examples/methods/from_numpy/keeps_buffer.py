import numpy as np
import torch


def load():
    pixels = np.array([0, 64, 128, 255], np.uint8)
    return torch.from_numpy(pixels)


tensor = load()
print("tensor:", tensor.tolist())
