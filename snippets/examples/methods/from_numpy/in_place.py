import numpy as np
import torch

counts = np.array([1, 2, 3])
tensor = torch.from_numpy(counts)

tensor *= 10
print("after *=:", counts)

tensor = tensor + 100
print("after +:", counts)
print("new tensor:", tensor.tolist())
