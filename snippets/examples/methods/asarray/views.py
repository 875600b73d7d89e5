import numpy as np
import torch

image = np.zeros((2, 4))
by_column = torch.asarray(image.T, copy=False)
every_second = torch.asarray(image[:, ::2], copy=False)

by_column[0, 0] = 1.0
every_second[1, 1] = 9.0

print(by_column.stride(), every_second.stride())
print(image)
