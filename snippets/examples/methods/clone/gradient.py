import numpy as np
import torch

weights = torch.from_numpy(np.array([1.0, 2.0])).requires_grad_()

followed = weights.clone()
cut = weights.detach().clone()
print(followed.requires_grad, cut.requires_grad)

followed.square().sum().backward()
print(weights.grad)
