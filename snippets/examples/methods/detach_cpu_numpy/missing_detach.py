# Raises RuntimeError: `cpu` keeps the gradient, so `numpy` refuses the tensor.
import torch

loss = torch.tensor([2.0], requires_grad=True) ** 2
print(loss.detach().cpu().numpy())

loss.cpu().numpy()
