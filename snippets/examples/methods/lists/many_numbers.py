import numpy as np
import torch

numbers = [number / 2 for number in range(1_000_000)]
tensor = torch.from_numpy(np.array(numbers, dtype=np.float32))

print("shape:", tuple(tensor.shape))
print("dtype:", tensor.dtype)
