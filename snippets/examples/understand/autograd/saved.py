import numpy as np
import torch

gains = np.array([2.0, 3.0], dtype=np.float32)
weights = torch.ones(2, requires_grad=True)

loss = (weights * torch.from_numpy(gains)).sum()
gains[:] = 100
loss.backward()

print("loss:", loss.item())
print("gradient:", weights.grad.tolist())
