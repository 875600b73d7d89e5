import numpy as np
import torch

heights = np.array([1, 2], dtype=">i2")
print("array:", heights)
print("tensor:", torch.frombuffer(heights, dtype=torch.int16))
