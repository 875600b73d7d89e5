import numpy as np
import torch

channels_first = np.zeros((3, 2, 2), dtype=np.uint8)
image = channels_first.transpose(1, 2, 0)
first = torch.tensor(image)
second = torch.tensor(image)

first[0, 0, 0] = 255
image[0, 0, 0] = 7
print(first[0, 0, 0].item(), second[0, 0, 0].item(), image[0, 0, 0])
print(image.strides, first.stride(), first.is_contiguous())
