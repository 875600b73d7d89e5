import numpy as np
import torch


def to_unit(image):
    image = image.astype(np.float32)
    return image / image.max()


image = torch.tensor([0, 51, 255])
pixels = image.detach().cpu().numpy()
unit = torch.from_numpy(to_unit(pixels))
print("tensor:", unit)
