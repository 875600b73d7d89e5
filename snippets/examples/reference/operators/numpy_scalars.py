import numpy as np
import torch

counts = torch.tensor([1, 2])
large = np.uint64(2**63)

print((counts * np.int8(3)).dtype, (np.float64(0.5) * counts).dtype)
print(counts * np.True_, counts * np.True_.item())
print(type(counts * large), counts == large)
print(counts * float(large))
