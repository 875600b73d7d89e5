import numpy as np
import torch

image = np.arange(6, dtype=np.float32).reshape(2, 3)
transposed = torch.tensor(image.T)
every_other = torch.tensor(image[:, ::2])

image[:] = 0
print(transposed, transposed.stride(), transposed.is_contiguous())
print(every_other, every_other.stride(), every_other.is_contiguous())
