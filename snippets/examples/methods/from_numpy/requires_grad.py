# Raises RuntimeError: the tensor requires grad
import numpy as np
import torch

weights = np.array([0.5, -0.5], dtype=np.float32)
tensor = torch.from_numpy(weights).requires_grad_()

back = tensor.detach().numpy()
back[0] = 1.0
weights[1] = 2.0
print(tensor)
print(back)

tensor.numpy()
