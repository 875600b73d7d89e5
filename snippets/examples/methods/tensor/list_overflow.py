# Raises RuntimeError: from a list, PyTorch looks at each value
import numpy as np
import torch

brightness = [200, 255, 300]

print(torch.tensor(np.array(brightness), dtype=torch.uint8))
print(torch.tensor(brightness, dtype=torch.uint8))
