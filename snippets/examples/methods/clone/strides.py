import numpy as np
import torch

image = np.arange(8, dtype=np.float32).reshape(2, 4)

transposed = torch.from_numpy(image.T)
every_other = torch.from_numpy(image[:, ::2])

print(transposed.stride(), transposed.clone().stride())
print(every_other.stride(), every_other.clone().stride())

rows = transposed.clone(memory_format=torch.contiguous_format)
print(rows.stride(), torch.equal(rows, transposed))
