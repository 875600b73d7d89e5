import numpy as np
import torch

numbers = [number / 2 for number in range(1_000_000)]
array = np.array(numbers, np.float32)
tensor = torch.from_numpy(array)

print("shape:", tuple(tensor.shape))
print("dtype:", tensor.dtype)
