import numpy as np
from torch.utils.data import default_collate

print(default_collate([0.5, 1.5]))
print(default_collate([np.float32(0.5), np.float32(1.5)]))
print(default_collate([1, 2]))
print(default_collate([True, False]))
print(default_collate(["cat", "dog"]))
