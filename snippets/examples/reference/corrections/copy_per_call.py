import numpy as np
import torch

channels_first = np.zeros((3, 2, 2), dtype=np.uint8)
image = channels_first.transpose(1, 2, 0)
one, other = torch.tensor(image), torch.tensor(image)

one[0, 0, 0] = 255
print("array after a write to one:", image[0, 0, 0])
print("other:", other[0, 0, 0].item())
print("strides of the array:", image.strides)
print("of the tensor:", one.stride(), "contiguous:", one.is_contiguous())
