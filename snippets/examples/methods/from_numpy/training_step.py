import numpy as np
import torch

weights = np.array([0.5, -0.5], dtype=np.float32)
tensor = torch.from_numpy(weights)
print(tensor.requires_grad)

tensor.requires_grad_()
tensor.square().sum().backward()
with torch.no_grad():
    tensor -= 0.1 * tensor.grad

print(tensor)
print(weights)
