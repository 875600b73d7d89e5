import numpy as np
import torch


def to_unit(image):
    image = image.astype(np.float32)
    return image / image.max()


image = torch.tensor([0, 51, 255])
unit = torch.from_numpy(to_unit(image.numpy()))
print("tensor:", unit)
