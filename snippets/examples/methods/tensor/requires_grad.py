import numpy as np
import torch

start = np.array([1.0, -2.0], np.float32)
weights = torch.tensor(start, requires_grad=True)

weights.square().sum().backward()
with torch.no_grad():
    weights -= 0.25 * weights.grad

print("weights:", weights.tolist())
print("array:", start.tolist())
