import numpy as np
import torch

counts = np.array([3, 4, 5])
offsets = np.array([-3, 2])

print("largest:", torch.tensor(counts.max()))
print("negative:", torch.tensor(offsets[0]))
