import numpy as np
import torch

counts = torch.tensor([1, 2])
large = np.uint64(2**63)

print("float(large):", counts * float(large))
print("large:", type(counts * large).__name__)
print("==:", counts == large)
