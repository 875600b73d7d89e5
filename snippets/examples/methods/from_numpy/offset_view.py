import numpy as np
import torch

samples = np.array([10, 20, 30, 40])

of_array = torch.from_numpy(samples[2:])
of_tensor = torch.from_numpy(samples)[2:]

for tensor in (of_array, of_tensor):
    tensor += 1
    print(samples, tensor.tolist(), tensor.storage_offset())
