import numpy as np
import torch

image = np.zeros((2, 4), dtype=np.float32)
columns = torch.Tensor(image[:, ::2])
transposed = torch.Tensor(image.T)

image[0, 0] = 1.0
columns[0, 1] = 2.0
transposed[3, 1] = 3.0

print(image)
print(columns, columns.stride())
print(transposed.stride(), transposed[0, 0], transposed[3, 1])
